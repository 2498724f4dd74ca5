#include "core/job/source_reading.hpp"

#include <exception>
#include <memory>
#include <utility>

#include "core/job/page_identity.hpp"
#include "core/source/page_source.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/error.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

/// A file is known by its name; a line or a record also by what is in it, for its place says nothing once
/// another file is there, or standard input has brought something else.
std::string key_without_url(const SourceItem& item, const JobSource& source, const std::string& digest) {
  if (source.kind == "folder") return source.kind + ":" + item.place;
  if (!item.file.empty()) return source.kind + ":" + source.location + "#" + item.file;
  return source.kind + ":" + item.place + "#" + digest;
}

/// A line that names a file was known as any other at first.
std::string former_key(const SourceItem& item, const JobSource& source, const std::string& digest) {
  return item.file.empty() || digest.empty() ? "" : source.kind + ":" + item.place + "#" + digest;
}

/// What is known of an item before its page is extracted.
PageOutcome outcome_of(const SourceItem& item, const JobSource& source, const SourceRow& row) {
  PageOutcome outcome;
  if (!item.is_url && item.error.empty()) outcome.content_digest = digest_of(item.page.bytes);
  NewPage& page = outcome.page;
  page.url = item.page.url;
  page.key = page.url.empty() ? key_without_url(item, source, outcome.content_digest) : page_key(page.url);
  if (page.url.empty()) page.former_key = former_key(item, source, outcome.content_digest);
  page.host = url_host(page.url);
  page.source = row.id;
  page.place = item.place;
  page.record_id = item.id;
  outcome.order = item.order;
  outcome.http_status = item.page.status;
  outcome.final_url = item.page.final_url;
  outcome.fetched_at = item.page.fetched_at;
  return outcome;
}

PageOutcome unread(PageOutcome outcome, std::string reason) {
  outcome.state = PageState::failed;
  outcome.reason = std::move(reason);
  return outcome;
}

SourceEvent event_of(SourceItem item, const JobSource& source, const SourceRow& row, const JobPlan& plan,
                     Store& store) {
  SourceEvent event;
  if (!item.error.empty() && item.file.empty()) {
    event.error = item.place.empty() ? item.error : item.place + ": " + item.error;
    return event;
  }
  if (!item.notice.empty()) event.error = item.place + ": " + item.notice;
  item.page.url = without_credentials(item.page.url);
  item.page.final_url = without_credentials(item.page.final_url);
  PageOutcome outcome = outcome_of(item, source, row);
  const NewPage& page = outcome.page;
  event.passed_over = !plan.shard.has(page.host.empty() ? page.key : page.host);
  if (event.passed_over) return event;
  std::string refusal = page.url.empty() ? std::string() : plan.filter.refuses_url(page.url);
  if (item.is_url || !refusal.empty()) {
    event.found = page;
    event.refusal = std::move(refusal);
    return event;
  }
  if (store.has_read(page.key, outcome.order, outcome.content_digest)) {
    event.known = page.key;
    return event;
  }
  if (!item.error.empty()) {
    event.unread = unread(std::move(outcome), std::move(item.error));
    return event;
  }
  PageTask task;
  task.source = row.id;
  task.outcome = std::move(outcome);
  task.page = std::make_shared<const Page>(std::move(item.page));
  event.task = std::move(task);
  return event;
}

/// Without the place.
std::string in_words(const Error& error) {
  return error.problem() + (error.remedy().empty() ? "" : ": " + error.remedy());
}

}  // namespace

bool read_source(const JobSource& source, std::size_t reader, const SourceRow& row, const JobPlan& plan,
                 Store& store, const StopEvent& stop, const std::function<bool(SourceEvent)>& give) {
  std::uint64_t items = 0;
  SourceEvent end;
  end.is_end = true;
  end.name = source.location == "-" ? "standard input" : source.location;
  try {
    const auto pages =
        open_page_source(source.kind, source.location, row.cursor, Limits{}, stop.descriptor());
    while (auto item = pages->next()) {
      if (stop.given()) return false;
      std::string cursor = item->cursor;
      SourceEvent event;
      try {
        event = event_of(std::move(*item), source, row, plan, store);
      } catch (...) {
        // No matter of the source, which would only be told of: without its store no job goes on.
        end.failure = std::current_exception();
        break;
      }
      event.place = {reader, items++, std::move(cursor)};
      if (event.task) event.task->place = event.place;
      if (!give(std::move(event))) return false;
    }
    end.problem = pages->problem();
    end.notice = pages->notice();
    end.lost = pages->lost();
  } catch (const Error& error) {
    end.is_broken = true;
    end.problem = error.where() == end.name ? in_words(error) : error.what();
  } catch (const std::exception& error) {
    end.is_broken = true;
    end.problem = error.what();
  }
  if (stop.given()) return false;
  end.place = {reader, items, {}};
  return give(std::move(end));
}

}  // namespace pith
