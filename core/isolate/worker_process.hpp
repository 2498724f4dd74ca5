#pragma once

#include "core/extract/page_extraction.hpp"
#include "core/isolate/extraction_workers.hpp"
#include "core/plugin/registry.hpp"

namespace pith {

/// What a worker works with; the same for all, and there before the first is forked.
struct WorkerTask {
  const Registry& registry;
  const PageExtractionOptions& options;
  const IsolationLimits& limits;
};

/// What a worker process does with its life: confines itself, says so, and extracts one page after another
/// until the host shuts its end of `channel`.
[[noreturn]] void run_worker(int channel, const WorkerTask& task);

}  // namespace pith
