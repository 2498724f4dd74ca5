#include "core/job/job_pipeline.hpp"

#include <system_error>
#include <utility>

#include "core/sitemap/sitemap.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

using std::chrono::milliseconds;

// Pages and results between the threads: enough to keep all busy, a fraction of what a job may hold.
constexpr std::size_t most_tasks = 128;
constexpr std::size_t most_task_bytes = std::size_t{48} << 20;
constexpr std::size_t most_events = 512;
constexpr std::size_t most_event_bytes = std::size_t{32} << 20;

std::size_t size_of(const PageOutcome& outcome) {
  std::size_t bytes = 1'000;
  if (outcome.raw) bytes += outcome.raw->bytes.size();
  if (outcome.result) {
    for (const auto& article : outcome.result->articles) bytes += article.json.size() + 1'000;
    bytes += outcome.result->links.size() * 300;
  }
  return bytes + outcome.found.size() * 300;
}

std::size_t size_of(const JobEvent& event) {
  std::size_t bytes = 500;
  for (const auto& outcome : event.outcomes) bytes += size_of(outcome);
  return bytes;
}

AttemptRecord record_of(const FetchAttempt& attempt) {
  return {attempt.at_ms,       static_cast<std::uint32_t>(attempt.time.count()),
          attempt.http_status, attempt.bytes,
          attempt.outcome,     attempt.detail};
}

PageState state_of(FetchEnd end) {
  switch (end) {
    case FetchEnd::fetched:
    case FetchEnd::not_modified:
      return PageState::done;
    case FetchEnd::refused:
      return PageState::refused;
    case FetchEnd::postponed:
      return PageState::waiting;
    case FetchEnd::failed:
      break;
  }
  return PageState::failed;
}

/// What the fetch tells of a page.
PageOutcome outcome_of(const WaitingPage& page, const FetchOutcome& fetched) {
  PageOutcome outcome;
  outcome.id = page.id;
  outcome.page.key = page.key;
  outcome.page.url = page.url;
  outcome.page.host = page.host;
  outcome.page.role = page.role;
  outcome.page.source = page.source;
  outcome.state = state_of(fetched.end);
  outcome.reason = fetched.reason;
  outcome.not_before = fetched.not_before_ms;
  outcome.http_status = fetched.http_status;
  for (const auto& attempt : fetched.attempts) outcome.attempts.push_back(record_of(attempt));
  if (fetched.end == FetchEnd::not_modified) {
    outcome.etag = page.etag;
    outcome.last_modified = page.last_modified;
  }
  if (fetched.page) {
    outcome.final_url = fetched.page->final_url;
    outcome.fetched_at = fetched.page->fetched_at;
    outcome.etag = fetched.page->header("ETag");
    outcome.last_modified = fetched.page->header("Last-Modified");
  }
  return outcome;
}

}  // namespace

JobPipeline::JobPipeline(const JobPlan& plan, PageExtractor& extractor)
    : plan_(plan),
      worker_(extractor, plan),
      fetcher_(plan.fetch),
      tasks_(most_tasks, most_task_bytes),
      events_(most_events, most_event_bytes) {
  feeding_ = 1;  // the collector
  try {
    start([this] { collect_all(); });
    for (unsigned i = 0; i < plan.workers; ++i) start([this] { work_all(); });
  } catch (const std::system_error& error) {
    end_threads();
    throw Error(std::string("cannot start a thread: ") + error.what(), "", "use fewer workers");
  }
}

JobPipeline::~JobPipeline() {
  end_threads();
}

void JobPipeline::end_threads() {
  abandoned_ = true;
  finish();
  tasks_.close();
  events_.close();
  for (auto& thread : threads_) thread.join();
}

void JobPipeline::start(std::function<void()> body) {
  ++running_;
  try {
    threads_.emplace_back([this, body = std::move(body)] {
      body();
      --running_;
    });
  } catch (...) {
    --running_;
    throw;
  }
}

void JobPipeline::read(std::vector<std::pair<JobSource, SourceRow>> sources, std::unique_ptr<Store> store) {
  if (sources.empty()) return;
  ++feeding_;
  start([this, sources = std::move(sources), store = std::shared_ptr<Store>(std::move(store))] {
    read_all(sources, *store);
  });
}

void JobPipeline::finish() {
  finishing_.give();
  fetcher_.finish();
}

std::string JobPipeline::problem() const {
  std::string problem = worker_.problem();
  return problem.empty() ? fetcher_.problem() : problem;
}

void JobPipeline::fetch(const FetchedPage& page) {
  FetchRequest request;
  request.id = static_cast<std::uint64_t>(page.page.id);
  request.url = page.page.url;
  if (page.page.role == PageRole::sitemap) {
    // An index that has not changed can name sitemaps that have: it is asked for without condition.
    request.bytes = SitemapLimits{}.bytes;
  } else {
    request.etag = page.page.etag;
    request.last_modified = page.page.last_modified;
  }
  {
    const std::lock_guard lock(fetching_mutex_);
    fetching_.emplace(page.page.id, page);
  }
  fetcher_.submit(std::move(request));
}

void JobPipeline::read_all(const std::vector<std::pair<JobSource, SourceRow>>& sources, Store& store) {
  for (std::size_t i = 0; i < sources.size() && !finishing_.given(); ++i) {
    read_source(sources[i].first, i, sources[i].second, plan_, store, finishing_, [this](SourceEvent event) {
      if (event.task) {
        put_task(std::move(*event.task));
        return !finishing_.given();
      }
      JobEvent out;
      out.source = std::move(event);
      return events_.put(std::move(out), 500);
    });
  }
  close_tasks();
}

void JobPipeline::collect_all() {
  while (!abandoned_ && (!finishing_.given() || fetcher_.pending() > 0)) {
    if (auto fetched = fetcher_.wait(milliseconds(100))) collect(std::move(*fetched));
  }
  close_tasks();
}

void JobPipeline::collect(FetchOutcome fetched) {
  FetchedPage page;
  {
    const std::lock_guard lock(fetching_mutex_);
    const auto known = fetching_.extract(static_cast<PageId>(fetched.id));
    if (known.empty()) return;
    page = std::move(known.mapped());
  }
  PageOutcome outcome = outcome_of(page.page, fetched);
  if (fetched.end == FetchEnd::fetched) {
    PageTask task;
    task.outcome = std::move(outcome);
    task.page = std::move(fetched.page);
    task.role = page.page.role;
    task.source = page.page.source;
    task.follow = page.follow;
    put_task(std::move(task));
    return;
  }
  JobEvent event;
  event.fetched = fetched.id;
  event.outcomes.push_back(std::move(outcome));
  const std::size_t bytes = size_of(event);
  events_.put(std::move(event), bytes);
}

void JobPipeline::put_task(PageTask task) {
  const std::size_t bytes = task.page->bytes.size();
  tasks_.put(std::move(task), bytes);
}

void JobPipeline::close_tasks() {
  if (--feeding_ == 0) tasks_.close();
}

void JobPipeline::work_all() {
  while (auto task = tasks_.take()) {
    if (abandoned_) continue;
    JobEvent event;
    event.place = task->place;
    if (task->outcome.id != 0) event.fetched = static_cast<std::uint64_t>(task->outcome.id);
    PageWork work = worker_.work(std::move(*task));
    event.outcomes = std::move(work.outcomes);
    event.extraction = work.time;
    event.in_other_shards = work.in_other_shards;
    const std::size_t bytes = size_of(event);
    events_.put(std::move(event), bytes);
  }
}

}  // namespace pith
