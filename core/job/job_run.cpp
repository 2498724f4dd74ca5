#include "core/job/job_run.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <utility>

#include "core/fetch/address_guard.hpp"
#include "core/job/job_pipeline.hpp"
#include "core/job/outcome_log.hpp"
#include "core/job/page_identity.hpp"
#include "core/job/page_supply.hpp"
#include "core/job/source_setting.hpp"
#include "core/job/source_spelling.hpp"
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
constexpr milliseconds longest_batch{250};
// Indexes of indexes of sitemaps: the protocol knows none, sites have one.
constexpr int deepest_sitemap = 3;

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
      : plan_(plan),
        store_(store),
        log_(log),
        metrics_(metrics),
        watch_(watch),
        stop_(stop),
        supply_(plan, store) {}

  JobResult run(PageExtractor& extractor) {
    auto files = open_sources();
    waiting_ = waiting_pages();
    JobPipeline pipeline(plan_, extractor);
    // Beside the one that writes: for the thread that reads files.
    auto known = files.empty() ? nullptr : open_store(plan_.store, StoreUse::read);
    pipeline.read(std::move(files), std::move(known));
    while (!is_done(pipeline)) {
      if (stop_() && !std::exchange(result_.stopped, true)) pipeline.finish();
      if (!result_.stopped) supply(pipeline);
      auto event = pipeline.next(milliseconds(50));
      // Pages would be failed for a reason that is none of theirs.
      if (const std::string problem = pipeline.problem(); !problem.empty()) throw Error(problem);
      const bool is_idle = !event;
      if (event) take_in(std::move(*event));
      if (is_idle || is_full()) write();
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
    const std::vector<SourceRow> known = store_.sources();
    for (const JobSource& given : plan_.sources) {
      const JobSource source = as_known(given, known);
      SourceRow row = open_source(source);
      sources_.insert(row.id);
      supply_.set_follow(row.id, source.follow);
      if (is_fetched(source.kind)) {
        open_fetched(source, row);
        continue;
      }
      // Files that were put into a folder since may stand before the cursor; what is known is passed over.
      if (row.finished && source.kind == "folder") row.cursor.clear();
      // A file that is not there is told before hours of work, not after. Only a thread that can be stopped
      // waits for one that comes when it likes.
      if (!may_keep_waiting(source.location))
        open_page_source(source.kind, source.location, row.cursor, Limits{});
      cursors_.emplace_back(SourceProgress{row.id, row.cursor, row.finished, row.problem, row.lost});
      files.emplace_back(source, std::move(row));
    }
    return files;
  }

  SourceRow open_source(const JobSource& source) {
    const SourceId id = store_.source(source.kind, source.location).id;
    const SourceChange change = store_.adopt(id, setting_of(source, plan_));
    if (change.is_reread) {
      note(source.location +
           ": read from the beginning, for the shard or whether it is followed has changed");
    }
    if (change.judged_again > 0) {
      note(source.location + ": the filter has changed, pages it did not want are judged again: " +
           std::to_string(change.judged_again));
    }
    return store_.source(source.kind, source.location);
  }

  void note(std::string notice) {
    log_.write(JobLog::Level::info, notice);
    result_.notices.push_back(std::move(notice));
  }

  void supply(JobPipeline& pipeline) {
    for (PageOutcome& refused : supply_.give(pipeline, now_ms())) {
      if (waiting_ > 0) --waiting_;
      settle(std::move(refused));
    }
  }

  void open_fetched(const JobSource& source, const SourceRow& row) {
    NewPage page = page_of(source, row);
    if (page.role != PageRole::article) {
      // Read by every shard, for its pages can be of any host.
      reopened_.emplace(page.key, 0);
      store_.reopen_source(row.id, std::move(page));
    } else if (plan_.shard.has(page.host)) {
      take_in_url(std::move(page), plan_.filter.refuses_url(source.location));
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
    return supply_.is_exhausted() && is_empty() &&
           std::all_of(cursors_.begin(), cursors_.end(),
                       [](const auto& cursor) { return cursor.is_closed(); });
  }

  bool is_empty() const { return batch_.outcomes.empty() && batch_.found.empty() && batch_.known.empty(); }

  bool is_full() const {
    const std::size_t keys = batch_.found.size() + batch_.known.size();
    if (batch_.outcomes.size() + keys / 4 >= most_outcomes) return true;
    return Clock::now() - last_write_ >= longest_batch;
  }

  void take_in(JobEvent event) {
    if (event.fetched && supply_.settle(static_cast<PageId>(*event.fetched)) && waiting_ > 0) --waiting_;
    if (event.place) cursors_.at(event.place->reader).done(*event.place);
    if (event.source) take_in(std::move(*event.source));
    tally_.count_other_shards(event.in_other_shards);
    if (event.extraction.count() > 0) metrics_.observe(event.extraction);
    for (PageOutcome& outcome : event.outcomes) {
      reopen_sitemaps(outcome);
      settle(std::move(outcome));
    }
  }

  void settle(PageOutcome outcome) {
    if (auto problem = log_outcome(log_, outcome); !problem.empty())
      result_.problems.push_back(std::move(problem));
    if (outcome.state == PageState::waiting) ++waiting_;
    if (outcome.state == PageState::refused)
      result_.has_refused_addresses |= AddressGuard::is_refusal(outcome.reason);
    batch_.outcomes.push_back(std::move(outcome));
  }

  void take_in(SourceEvent event) {
    SourceWatermark& cursor = cursors_.at(event.place.reader);
    if (event.is_end) {
      if (event.failure) std::rethrow_exception(event.failure);
      if (!event.problem.empty()) {
        result_.problems.push_back(event.name + ": " + event.problem);
        log_.write(JobLog::Level::warning, result_.problems.back());
      }
      if (!event.notice.empty()) {
        note(event.name + ": " + event.notice);
      }
      tally_.count_lost(event.lost);
      event.is_broken ? cursor.broke(event.place.sequence, event.problem)
                      : cursor.ended(event.place.sequence, event.problem, event.lost);
      return;
    }
    cursor.done(event.place);
    if (!event.error.empty()) log_.write(JobLog::Level::warning, event.error);
    if (event.passed_over) tally_.count_other_shards(1);
    if (!event.known.empty()) batch_.known.push_back(std::move(event.known));
    if (event.unread) settle(std::move(*event.unread));
    if (event.found) take_in_url(std::move(*event.found), std::move(event.refusal));
  }

  /// A URL to fetch, unless a filter refuses it.
  void take_in_url(NewPage page, std::string refusal) {
    if (refusal.empty()) {
      batch_.found.push_back(std::move(page));
      return;
    }
    PageOutcome outcome;
    outcome.page = std::move(page);
    outcome.state = PageState::filtered;
    outcome.reason = std::move(refusal);
    batch_.outcomes.push_back(std::move(outcome));
  }

  /// A sitemap that an index names is read anew in every run, once.
  void reopen_sitemaps(PageOutcome& outcome) {
    if (outcome.page.role != PageRole::sitemap) return;
    const auto self = reopened_.find(outcome.page.key);
    const int depth = self == reopened_.end() ? 1 : self->second + 1;
    const auto is_sitemap = [](const NewPage& page) { return page.role == PageRole::sitemap; };
    if (depth > deepest_sitemap && std::any_of(outcome.found.begin(), outcome.found.end(), is_sitemap)) {
      outcome.reason = "sitemaps that name sitemaps, too deep to be followed";
      outcome.found.erase(std::remove_if(outcome.found.begin(), outcome.found.end(), is_sitemap),
                          outcome.found.end());
    }
    for (const NewPage& page : outcome.found) {
      if (!is_sitemap(page) || !reopened_.emplace(page.key, depth).second) continue;
      store_.reopen_source(page.source, page);
      ++waiting_;
      supply_.look_again();
    }
  }

  void write() {
    for (SourceWatermark& cursor : cursors_) {
      if (auto progress = cursor.changed()) batch_.progress.push_back(std::move(*progress));
    }
    last_write_ = Clock::now();
    if (is_empty() && batch_.progress.empty()) return;
    const BatchCounts counts = store_.write(batch_);
    for (std::size_t i = 0; i < counts.ends.size(); ++i) tally_.count(batch_.outcomes[i], counts.ends[i]);
    batch_ = {};
    tally_.count_known(counts.known_pages);
    waiting_ += counts.new_pages;
    if (counts.new_pages > 0) supply_.look_again();
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
    try {
      metrics_.write_file();
    } catch (const Error& error) {
      if (!std::exchange(told_metrics_, true)) log_.write(JobLog::Level::warning, error.what());
    }
  }

  void close(const JobPipeline& pipeline) {
    if (!result_.stopped) {
      result_.near_copies = store_.link_near_copies(stop_);
      result_.stopped = stop_();
    }
    result_.waiting = waiting_pages();
    result_.earliest = store_.counts().earliest_not_before;
    waiting_ = result_.waiting;
    const auto groups = store_.page_groups(now_ms());
    tally_.settle(groups);
    result_.verdict = verdict_of(groups, sources_);
    show(pipeline, true);
    result_.tally = tally_;
  }

  const JobPlan& plan_;
  Store& store_;
  JobLog& log_;
  JobMetrics& metrics_;
  JobWatch& watch_;
  const std::function<bool()>& stop_;

  PageSupply supply_;
  JobTally tally_;
  JobResult result_;
  StoreBatch batch_;
  std::vector<SourceWatermark> cursors_;  ///< of the files and folders, in the order in which they are read
  std::set<SourceId> sources_;            ///< all of the job
  /// Keys of feeds and sitemaps that this run reads, and how deep they were found.
  std::unordered_map<std::string, int> reopened_;
  std::uint64_t waiting_ = 0;
  bool told_metrics_ = false;  ///< that their file cannot be written
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
