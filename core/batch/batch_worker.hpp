#pragma once

#include <string>

#include "core/batch/ordered_work.hpp"
#include "core/extract/page_extraction.hpp"
#include "core/plugin/registry.hpp"

namespace pith {

/// One item in, one line out: reads the request, extracts the page, writes the result. Whatever goes wrong
/// is a result with the status `failed` and the same id. Safe to call from any number of threads.
class BatchWorker {
 public:
  BatchWorker(const Registry& registry, PageExtractionOptions how, bool explain)
      : registry_(registry), how_(std::move(how)), explain_(explain) {}

  /// Never throws.
  OutputLine work(const BatchItem& item) const noexcept;

 private:
  OutputLine result_of(const BatchRequest& request) const;

  const Registry& registry_;
  PageExtractionOptions how_;
  bool explain_;
};

}  // namespace pith
