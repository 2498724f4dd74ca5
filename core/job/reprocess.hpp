#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/isolate/extraction_workers.hpp"
#include "core/job/job_log.hpp"
#include "core/plugin/registry.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Which kept pages are extracted again.
struct ReprocessOptions {
  std::string plugin;  ///< those this plugin took before, and those of its hosts; empty: all
  std::string host;    ///< empty: any
  unsigned workers = 1;
};

struct ReprocessResult {
  std::uint64_t pages = 0;
  std::uint64_t failed = 0;         ///< the extraction failed: what was there before was kept
  std::uint64_t without_bytes = 0;  ///< wanted, but their bytes were not kept
  bool stopped = false;
};

/// Extracts pages whose bytes were kept again, without fetching. Each page is replaced in a transaction of
/// its own; it can be stopped anywhere and started anew. `progress` is called after every page.
ReprocessResult reprocess(Store& store, const Registry& registry, PageExtractor& extractor,
                          const ReprocessOptions& options, JobLog& log, const std::function<bool()>& stop,
                          const std::function<void(const ReprocessResult&)>& progress);

}  // namespace pith
