#include "core/job/source_reading.hpp"

#include <exception>
#include <memory>
#include <utility>

#include "core/job/page_identity.hpp"
#include "core/source/page_source.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

/// A file of a folder is known by its name; a line or a record also by what is in it, for its place says
/// nothing once another file is there, or standard input has brought something else.
std::string key_without_url(const SourceItem& item, const JobSource& source) {
  const std::string key = source.kind + ":" + item.place;
  return source.kind == "folder" ? key : key + "#" + digest_of(item.page.bytes);
}

NewPage page_of(const SourceItem& item, const JobSource& source, const SourceRow& row) {
  NewPage page;
  page.url = item.page.url;
  page.key = page.url.empty() ? key_without_url(item, source) : page_key(page.url);
  page.host = url_host(page.url);
  page.source = row.id;
  return page;
}

SourceEvent event_of(SourceItem item, const JobSource& source, const SourceRow& row, const JobPlan& plan) {
  SourceEvent event;
  if (!item.error.empty()) {
    event.error = item.place.empty() ? item.error : item.place + ": " + item.error;
    return event;
  }
  if (!item.notice.empty()) event.error = item.place + ": " + item.notice;
  item.page.url = without_credentials(item.page.url);
  item.page.final_url = without_credentials(item.page.final_url);
  NewPage page = page_of(item, source, row);
  if (!plan.shard.has(page.host.empty() ? page.key : page.host)) {
    event.passed_over = true;
    return event;
  }
  std::string refusal = page.url.empty() ? std::string() : plan.filter.refuses_url(page.url);
  if (item.is_url || !refusal.empty()) {
    event.found = std::move(page);
    event.refusal = std::move(refusal);
    return event;
  }
  PageTask task;
  task.source = row.id;
  task.outcome.page = std::move(page);
  task.outcome.order = std::move(item.order);
  task.outcome.http_status = item.page.status;
  task.outcome.final_url = item.page.final_url;
  task.outcome.fetched_at = item.page.fetched_at;
  task.page = std::make_shared<const Page>(std::move(item.page));
  event.task = std::move(task);
  return event;
}

}  // namespace

bool read_source(const JobSource& source, std::size_t reader, const SourceRow& row, const JobPlan& plan,
                 const StopEvent& stop, const std::function<bool(SourceEvent)>& give) {
  std::uint64_t items = 0;
  SourceEvent end;
  end.is_end = true;
  try {
    const auto pages =
        open_page_source(source.kind, source.location, row.cursor, Limits{}, stop.descriptor());
    while (auto item = pages->next()) {
      if (stop.given()) return false;
      std::string cursor = item->cursor;
      SourceEvent event = event_of(std::move(*item), source, row, plan);
      event.place = {reader, items++, std::move(cursor)};
      if (event.task) event.task->place = event.place;
      if (!give(std::move(event))) return false;
    }
    end.problem = pages->problem();
    end.notice = pages->notice();
    end.lost = pages->lost();
  } catch (const std::exception& error) {
    end.is_broken = true;
    end.problem = error.what();
  }
  if (stop.given()) return false;
  end.place = {reader, items, {}};
  return give(std::move(end));
}

}  // namespace pith
