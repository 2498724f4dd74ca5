#include "core/job/reprocess.hpp"

#include <algorithm>
#include <future>
#include <optional>
#include <utility>
#include <vector>

namespace pith {
namespace {

/// Whether the plugin had the page, or may want it now.
bool concerns(const StoredPage& page, const Plugin& plugin) {
  return page.plugin == plugin.name() || plugin.fit_of_host(page.host) > 0;
}

struct Chosen {
  std::vector<StoredPage> pages;  ///< ids and what came of them: small
  std::uint64_t without_bytes = 0;
};

Chosen chosen_pages(Store& store, const Registry& registry, const ReprocessOptions& options) {
  const Plugin* const plugin = options.plugin.empty() ? nullptr : &registry.get(options.plugin);
  Chosen chosen;
  PageFilter filter;
  filter.host = options.host;
  store.for_each_page(filter, [&](const StoredPage& page) {
    const bool is_settled = page.state == PageState::done || page.state == PageState::failed;
    if (!is_settled || page.role != PageRole::article) return;
    if (plugin != nullptr && !concerns(page, *plugin)) return;
    if (!page.has_raw) {
      ++chosen.without_bytes;
      return;
    }
    StoredPage small;
    small.id = page.id;
    small.url = page.url.empty() ? page.key : page.url;
    chosen.pages.push_back(std::move(small));
  });
  return chosen;
}

}  // namespace

ReprocessResult reprocess(Store& store, const Registry& registry, PageExtractor& extractor,
                          const ReprocessOptions& options, JobLog& log, const std::function<bool()>& stop,
                          const std::function<void(const ReprocessResult&)>& progress) {
  const Chosen chosen = chosen_pages(store, registry, options);
  ReprocessResult result;
  result.without_bytes = chosen.without_bytes;
  for (std::size_t begin = 0; begin < chosen.pages.size(); begin += options.workers) {
    if (stop()) {
      result.stopped = true;
      break;
    }
    const std::size_t end = std::min(chosen.pages.size(), begin + options.workers);
    std::vector<std::future<PageResult>> results;
    for (std::size_t i = begin; i < end; ++i) {
      auto page = store.raw_page(chosen.pages[i].id);
      results.push_back(std::async(std::launch::async, [&extractor, page = std::move(page)] {
        return page ? extractor.extract(*page) : PageResult{};
      }));
    }
    for (std::size_t i = begin; i < end; ++i) {
      const PageResult extracted = results[i - begin].get();
      ++result.pages;
      if (extracted.status == Status::failed) {
        ++result.failed;
        log.write(JobLog::Level::warning, "failed, kept as it was",
                  {{"url", chosen.pages[i].url}, {"reason", extracted.reason}});
      } else {
        store.replace_result(chosen.pages[i].id, extracted);
      }
      progress(result);
    }
  }
  if (!result.stopped) store.link_near_copies();
  return result;
}

}  // namespace pith
