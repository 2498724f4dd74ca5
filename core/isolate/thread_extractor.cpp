#include <exception>
#include <string>
#include <utility>

#include "core/isolate/extraction_workers.hpp"

namespace pith {
namespace {

class ThreadExtractor : public PageExtractor {
 public:
  ThreadExtractor(const Registry& registry, PageExtractionOptions options)
      : registry_(registry), options_(std::move(options)) {}

  PageResult extract(const Page& page) override {
    try {
      return extract_page_result(page, registry_, options_);
    } catch (const std::exception& error) {
      PageResult result;
      result.reason = error.what();
      return result;
    }
  }

 private:
  const Registry& registry_;
  PageExtractionOptions options_;
};

}  // namespace

std::unique_ptr<PageExtractor> thread_extractor(const Registry& registry, PageExtractionOptions options) {
  if (!options.plugin.empty()) registry.get(options.plugin);
  return std::make_unique<ThreadExtractor>(registry, std::move(options));
}

}  // namespace pith
