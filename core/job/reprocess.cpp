#include "core/job/reprocess.hpp"

#include <deque>
#include <optional>
#include <utility>

#include "core/job/extraction_pool.hpp"

namespace pith {
namespace {

/// Whether the plugin had the page, or may want it now.
bool concerns(const StoredPage& page, const Plugin& plugin) {
  return page.plugin == plugin.name() || plugin.fit_of_host(page.host) > 0;
}

/// The pages to be extracted again, read from the store in portions.
class ChosenPages {
 public:
  ChosenPages(Store& store, const Registry& registry, const ReprocessOptions& options)
      : store_(store), plugin_(options.plugin.empty() ? nullptr : &registry.get(options.plugin)) {
    filter_.host = options.host;
    filter_.most = 256;
  }

  /// Nothing at the end. What has no bytes is counted.
  std::optional<ExtractionPool::Task> next(std::uint64_t& without_bytes) {
    while (fill()) {
      const StoredPage page = std::move(portion_.front());
      portion_.pop_front();
      if (!is_wanted(page)) continue;
      std::optional<Page> kept;
      if (page.has_raw) kept = store_.raw_page(page.id);
      if (!kept) {
        ++without_bytes;
        continue;
      }
      return ExtractionPool::Task{page.id, page.url.empty() ? page.key : page.url, *std::move(kept)};
    }
    return std::nullopt;
  }

 private:
  bool fill() {
    if (!portion_.empty()) return true;
    store_.for_each_page(filter_, [this](const StoredPage& page) { portion_.push_back(page); });
    if (portion_.empty()) return false;
    filter_.after = portion_.back().id;
    return true;
  }

  bool is_wanted(const StoredPage& page) const {
    // One that was set aside as a duplicate may be read otherwise now.
    const bool is_settled = page.state == PageState::done || page.state == PageState::failed ||
                            page.state == PageState::duplicate;
    if (!is_settled || page.role != PageRole::article) return false;
    return plugin_ == nullptr || concerns(page, *plugin_);
  }

  Store& store_;
  const Plugin* plugin_;
  PageFilter filter_;
  std::deque<StoredPage> portion_;
};

}  // namespace

ReprocessResult reprocess(Store& store, const Registry& registry, PageExtractor& extractor,
                          const ReprocessOptions& options, JobLog& log, const std::function<bool()>& stop,
                          const std::function<void(const ReprocessResult&)>& progress) {
  ChosenPages chosen(store, registry, options);
  ReprocessResult result;
  ExtractionPool pool(extractor, options.workers);
  for (bool more = true;;) {
    while (more && pool.has_room()) {
      result.stopped = stop();
      auto task = result.stopped ? std::nullopt : chosen.next(result.without_bytes);
      more = task.has_value();
      if (task) pool.put(*std::move(task));
    }
    const auto done = pool.next();
    if (!done) break;
    ++result.pages;
    if (done->result.status == Status::failed) {
      ++result.failed;
      log.write(JobLog::Level::warning, "failed, kept as it was",
                {{"url", done->url}, {"reason", done->result.reason}});
    } else {
      store.replace_result(done->id, done->result);
    }
    progress(result);
  }
  if (!result.stopped) store.link_near_copies(stop);
  result.stopped = result.stopped || stop();
  return result;
}

}  // namespace pith
