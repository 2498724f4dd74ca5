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

/// What a worker process may cost. Builds for the address or thread sanitizer do not limit the memory.
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
  /// Why no page can be extracted any more, whatever page it is, one sentence; empty while it can. Every
  /// further page fails with it, so a job had better stop.
  virtual std::string problem() const { return {}; }
};

/// In the caller's thread. The registry must outlive it. Throws Error if the plugin that is asked for by name
/// does not exist.
std::unique_ptr<PageExtractor> thread_extractor(const Registry& registry, PageExtractionOptions options);

/// In `workers` processes without network and with a small set of system calls (libseccomp), one page at a
/// time each. A plugin that crashes, hangs or eats memory costs one page: `failed`, with the plugin's name
/// and the reason ("the plugin `scmp` crashed (SIGSEGV)", "the plugin `scmp` gave no result within 20 s"); it
/// is not tried again, and another process takes the place of the one that is lost. However the host ends,
/// its workers end with it.
///
/// Forks: make it before any thread is started; it refuses otherwise. Registry and options are copied by
/// that. Throws Error if processes cannot be made or confined, or if the plugin that is asked for by name
/// does not exist.
///
/// A worker is trusted with nothing but its own pages: what it says is checked, and bounded
/// (page_result_codec.hpp). But a page that takes over a plugin by a fault in it can also falsify the results
/// of the pages that the same process is given later.
std::unique_ptr<PageExtractor> process_extractor(const Registry& registry,
                                                 const PageExtractionOptions& options, unsigned workers,
                                                 IsolationLimits limits = {});

}  // namespace pith
