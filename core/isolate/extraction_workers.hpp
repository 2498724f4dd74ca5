#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/extract/page_extraction.hpp"
#include "core/extract/page_result.hpp"
#include "core/plugin/registry.hpp"

namespace pith {

/// What a worker process may cost.
struct IsolationLimits {
  std::chrono::milliseconds time{20'000};     ///< of one page; then the process is killed
  std::size_t memory = std::size_t{1} << 30;  ///< bytes of address space beyond what it starts with
  std::uint64_t pages = 10'000;               ///< then a new process takes its place
};

/// Extracts one page; safe to call from any number of threads.
class PageExtractor {
 public:
  virtual ~PageExtractor() = default;
  /// Never throws: what goes wrong is the status `failed` and a reason.
  virtual PageResult extract(const Page& page) = 0;
};

/// In the caller's thread.
std::unique_ptr<PageExtractor> thread_extractor(const Registry& registry, PageExtractionOptions options);

/// In `workers` processes without network and with a small set of system calls (libseccomp), one page at a
/// time each. A plugin that crashes, hangs or eats memory costs one page: `failed`, with the reason ("the
/// plugin crashed (SIGSEGV)", "no result within 20 s", "more memory than 1 GiB"). Forks: make it before any
/// thread is started. Throws Error if processes cannot be made or confined.
std::unique_ptr<PageExtractor> process_extractor(const Registry& registry, PageExtractionOptions options,
                                                 unsigned workers, IsolationLimits limits = {});

}  // namespace pith
