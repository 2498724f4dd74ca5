#include "core/job/job_run.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/job/job_pipeline.hpp"
#include "core/job/source_watermark.hpp"
#include "core/source/page_source.hpp"
#include "pith/error.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// A transaction for so many pages, or after so long: a kill costs no more work than this.
constexpr std::size_t most_outcomes = 256;
constexpr milliseconds longest_batch{500};
// Pages of one host that are taken out of the store at once: enough for a fast host not to wait for the
// store.
constexpr std::size_t most_of_a_host = 128;

UnixMs now_ms() {
  return std::chrono::duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

PageRole role_of(const JobSource& source) {
  if (source.kind == "feed") return PageRole::feed;
  return source.kind == "sitemap" ? PageRole::sitemap : PageRole::article;
}

NewPage page_of(const JobSource& source, const SourceRow& row) {
  NewPage page;
  page.key = page_key(source.location);
  page.url = source.location;
  page.host = url_host(source.location);
  page.role = role_of(source);
  page.source = row.id;
  return page;
}

class JobRun {
 public:
  JobRun(const JobPlan& plan, Store& store, JobLog& log, JobMetrics& metrics, JobWatch& watch,
         const std::function<bool()>& stop)
      : plan_(plan), store_(store), log_(log), metrics_(metrics), watch_(watch), stop_(stop) {}

  JobResult run(PageExtractor& extractor) {
    auto files = open_sources();
    waiting_ = waiting_pages();
    JobPipeline pipeline(plan_, extractor);
    pipeline.read(std::move(files));
    while (!is_done(pipeline)) {
      if (stop_() && !std::exchange(result_.stopped, true)) pipeline.finish();
      if (!result_.stopped) feed(pipeline);
      if (auto event = pipeline.next(milliseconds(50))) take_in(std::move(*event));
      if (is_full()) write();
      // Every further page would be failed for a reason that is none of its own.
      if (const std::string problem = pipeline.problem(); !problem.empty()) throw Error(problem);
      show(pipeline, false);
    }
    pipeline.finish();
    while (!pipeline.is_over()) {
      if (auto event = pipeline.next(milliseconds(20))) take_in(std::move(*event));
      if (is_full()) write();
    }
    write();
    store_.give_back();
    close(pipeline);
    return std::move(result_);
  }

 private:
  /// Puts every feed and sitemap back, enters what is new, and gives the files and folders to read.
  std::vector<std::pair<JobSource, SourceRow>> open_sources() {
    std::vector<std::pair<JobSource, SourceRow>> files;
    for (const JobSource& source : plan_.sources) {
      SourceRow row = store_.source(source.kind, source.location);
      if (is_fetched(source)) {
        open_fetched(source, row);
        continue;
      }
      // Files that were put into a folder since may stand before the cursor; what is known is left as it is.
      if (row.finished && source.kind == "folder") row.cursor.clear();
      // A file that is not there is told before hours of work, not after.
      if (source.location != "-") open_page_source(source.kind, source.location, row.cursor, Limits{});
      cursors_.emplace_back(SourceProgress{row.id, row.cursor, row.finished, {}, 0});
      files.emplace_back(source, std::move(row));
    }
    return files;
  }

  void open_fetched(const JobSource& source, const SourceRow& row) {
    follow_[row.id] = source.follow;
    NewPage page = page_of(source, row);
    if (!plan_.shard.has(page.host)) return;
    if (page.role == PageRole::article) {
      batch_.found.push_back(std::move(page));
    } else {
      reopened_.insert(page.key);
      store_.reopen_source(row.id, std::move(page));
    }
  }

  std::uint64_t waiting_pages() {
    std::uint64_t waiting = 0;
    for (const auto& line : store_.counts().pages) {
      if (line.state == PageState::waiting) waiting += line.pages;
    }
    return waiting;
  }

  bool is_done(JobPipeline& pipeline) {
    if (result_.stopped) return pipeline.is_over();
    return open_ == 0 && is_exhausted_ && is_empty() &&
           std::all_of(cursors_.begin(), cursors_.end(),
                       [](const auto& cursor) { return cursor.is_closed(); });
  }

  bool is_empty() const { return batch_.outcomes.empty() && batch_.found.empty(); }

  bool is_full() const {
    if (batch_.outcomes.size() + batch_.found.size() / 4 >= most_outcomes) return true;
    return Clock::now() - last_write_ >= longest_batch;
  }

  /// Takes pages out of the store for the fetcher.
  void feed(JobPipeline& pipeline) {
    const std::size_t room = std::max<std::size_t>(plan_.fetch.concurrency * 4, 256);
    if (open_ >= room / 2 + room / 4) return;
    const auto now = Clock::now();
    if (is_exhausted_ && now - last_take_ < milliseconds(250)) return;
    last_take_ = now;
    std::vector<std::string> busy;
    for (const auto& [host, pages] : open_of_host_) {
      if (pages >= most_of_a_host / 2) busy.push_back(host);
    }
    const auto pages = store_.take(room - open_, most_of_a_host, busy, now_ms());
    is_exhausted_ = pages.empty();
    for (const WaitingPage& page : pages) {
      const auto follow = follow_.find(page.source);
      ++open_;
      ++open_of_host_[page.host];
      host_of_[page.id] = page.host;
      pipeline.fetch({page, follow == follow_.end() || follow->second});
    }
  }

  void take_in(JobEvent event) {
    if (event.fetched) settle_fetch(static_cast<PageId>(*event.fetched));
    if (event.place) cursors_.at(event.place->reader).done(*event.place);
    if (event.source) take_in(std::move(*event.source));
    tally_.count_other_shards(event.in_other_shards);
    if (event.extraction.count() > 0) metrics_.observe(event.extraction);
    for (PageOutcome& outcome : event.outcomes) {
      reopen_sitemaps(outcome);
      tell(outcome);
      tally_.count(outcome);
      if (outcome.state == PageState::waiting) ++waiting_;
      batch_.outcomes.push_back(std::move(outcome));
    }
    is_exhausted_ = false;
  }

  void settle_fetch(PageId id) {
    const auto host = host_of_.extract(id);
    if (host.empty()) return;
    --open_;
    if (waiting_ > 0) --waiting_;
    const auto pages = open_of_host_.find(host.mapped());
    if (--pages->second == 0) open_of_host_.erase(pages);
  }

  void take_in(SourceEvent event) {
    SourceWatermark& cursor = cursors_.at(event.place.reader);
    if (event.is_end) {
      if (!event.problem.empty()) {
        result_.problems.push_back(event.problem);
        log_.write(JobLog::Level::warning, event.problem);
      }
      if (!event.notice.empty()) {
        result_.notices.push_back(event.notice);
        log_.write(JobLog::Level::info, event.notice);
      }
      tally_.count_lost(event.lost);
      event.is_broken ? cursor.broke(event.place.sequence, event.problem)
                      : cursor.ended(event.place.sequence, event.problem, event.lost);
      return;
    }
    cursor.done(event.place);
    if (!event.error.empty()) log_.write(JobLog::Level::warning, event.error);
    if (event.passed_over) tally_.count_other_shards(1);
    if (!event.found) return;
    if (event.refusal.empty()) {
      batch_.found.push_back(std::move(*event.found));
      return;
    }
    PageOutcome outcome;
    outcome.page = std::move(*event.found);
    outcome.state = PageState::filtered;
    outcome.reason = std::move(event.refusal);
    tally_.count(outcome);
    batch_.outcomes.push_back(std::move(outcome));
  }

  /// A sitemap that an index names is read anew in every run, once.
  void reopen_sitemaps(PageOutcome& outcome) {
    if (outcome.page.role != PageRole::sitemap) return;
    for (const NewPage& page : outcome.found) {
      if (page.role == PageRole::sitemap && reopened_.insert(page.key).second) {
        store_.reopen_source(page.source, page);
        ++waiting_;
      }
    }
  }

  void tell(const PageOutcome& outcome) {
    const std::string& address = outcome.page.url.empty() ? outcome.page.key : outcome.page.url;
    switch (outcome.state) {
      case PageState::failed:
        log_.write(JobLog::Level::warning, "failed", {{"url", address}, {"reason", outcome.reason}});
        break;
      case PageState::refused:
        log_.write(JobLog::Level::warning, "not fetched", {{"url", address}, {"reason", outcome.reason}});
        break;
      case PageState::waiting:
        log_.write(JobLog::Level::info, "to be tried later", {{"url", address}, {"reason", outcome.reason}});
        break;
      default:
        if (!log_.wants(JobLog::Level::info)) return;
        log_.write(JobLog::Level::info, name_of(outcome.state),
                   {{"url", address},
                    {"status", outcome.result ? std::string(name_of(outcome.result->status)) : std::string()},
                    {"plugin", outcome.result ? outcome.result->plugin : std::string()},
                    {"reason", outcome.reason}});
    }
  }

  void write() {
    for (SourceWatermark& cursor : cursors_) {
      if (auto progress = cursor.changed()) batch_.progress.push_back(std::move(*progress));
    }
    last_write_ = Clock::now();
    if (is_empty() && batch_.progress.empty()) return;
    const BatchCounts counts = store_.write(batch_);
    batch_ = {};
    tally_.count_found(counts);
    waiting_ += counts.new_pages;
    if (counts.new_pages > 0) is_exhausted_ = false;
  }

  JobGauges gauges(const JobPipeline& pipeline) const {
    const FetchActivity activity = pipeline.activity();
    return {waiting_, activity.under_way, pipeline.queued(), activity.hosts, activity.received};
  }

  void show(const JobPipeline& pipeline, bool at_end) {
    const auto now = Clock::now();
    if (!at_end && now - last_shown_ < milliseconds(200)) return;
    last_shown_ = now;
    const JobGauges gauges_now = gauges(pipeline);
    watch_.progress(tally_, gauges_now);
    metrics_.update(tally_, gauges_now);
    if (!at_end && now - last_metrics_file_ < milliseconds(5'000)) return;
    last_metrics_file_ = now;
    metrics_.write_file();
  }

  void close(const JobPipeline& pipeline) {
    if (!result_.stopped) result_.near_copies = store_.link_near_copies();
    result_.waiting = waiting_pages();
    result_.earliest = store_.counts().earliest_not_before;
    waiting_ = result_.waiting;
    show(pipeline, true);
    result_.tally = tally_;
  }

  const JobPlan& plan_;
  Store& store_;
  JobLog& log_;
  JobMetrics& metrics_;
  JobWatch& watch_;
  const std::function<bool()>& stop_;

  JobTally tally_;
  JobResult result_;
  StoreBatch batch_;
  std::vector<SourceWatermark> cursors_;  ///< of the files and folders, in the order in which they are read
  std::unordered_map<SourceId, bool> follow_;
  std::unordered_set<std::string> reopened_;  ///< keys of feeds and sitemaps that this run reads
  std::size_t open_ = 0;                      ///< pages taken out of the store and not settled
  std::unordered_map<std::string, std::size_t> open_of_host_;
  std::unordered_map<PageId, std::string> host_of_;
  std::uint64_t waiting_ = 0;
  bool is_exhausted_ = false;  ///< the store had nothing to do when it was last asked
  Clock::time_point last_take_{};
  Clock::time_point last_write_ = Clock::now();
  Clock::time_point last_shown_{};
  Clock::time_point last_metrics_file_{};
};

}  // namespace

JobResult run_job(const JobPlan& plan, Store& store, PageExtractor& extractor, JobLog& log,
                  JobMetrics& metrics, JobWatch& watch, const std::function<bool()>& stop) {
  return JobRun(plan, store, log, metrics, watch, stop).run(extractor);
}

}  // namespace pith
