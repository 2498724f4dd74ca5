#include "core/store/store_reader.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "core/store/fingerprint_bytes.hpp"
#include "core/store/names.hpp"
#include "core/store/packed_page.hpp"
#include "core/store/record_json.hpp"
#include "core/store/sql_transaction.hpp"
#include "core/text/language_range.hpp"
#include "pith/date_time.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

std::uint64_t count(std::int64_t value) {
  return static_cast<std::uint64_t>(value);
}

StoredPage page_of(const SqlRow& row) {
  SqlColumns columns(row);
  StoredPage page;
  page.id = columns.integer();
  page.key = columns.text();
  page.url = columns.text();
  page.place = columns.text();
  page.host = columns.text();
  page.role = role_named(columns.text());
  page.state = state_named(columns.text());
  page.status = columns.text();
  page.reason = columns.text();
  page.plugin = columns.text();
  page.has_raw = columns.integer() != 0;
  return page;
}

void read_record(SqlColumns& columns, ArticleRecord& record) {
  record.url = columns.text();
  record.canonical_url = columns.text();
  record.title = columns.text();
  record.authors = names_of(columns.text());
  record.published = columns.text();
  record.modified = columns.text();
  record.site_name = columns.text();
  record.section = columns.text();
  record.completeness = columns.text();
  record.syndicated_from = columns.text();
  record.words = static_cast<std::uint32_t>(columns.integer());
  record.fingerprint = fingerprint_of(columns.blob());
  record.json = columns.text();
}

StoredArticle article_of(const SqlRow& row) {
  SqlColumns columns(row);
  StoredArticle stored;
  stored.article.kind = columns.text();
  stored.article.language = columns.text();
  stored.id = columns.integer();
  stored.page = columns.integer();
  stored.ordinal = static_cast<std::uint32_t>(columns.integer());
  read_record(columns, stored.article);
  stored.page_key = columns.text();
  stored.page_url = columns.text();
  stored.host = columns.text();
  stored.fetched_at = columns.text();
  stored.plugin = columns.text();
  stored.status = status_named(columns.text());
  stored.source_kind = columns.text();
  stored.source_location = columns.text();
  stored.source_place = columns.text();
  stored.record_id = columns.text();
  stored.original = columns.integer();
  stored.original_url = columns.text();
  if (stored.article.syndicated_from.empty()) stored.article.syndicated_from = columns.text();
  return stored;
}

/// The columns `kind` and `language` of a row of articles against a filter.
bool is_wanted(const SqlRow& row, const ArticleFilter& filter) {
  const std::string_view kind = row.text(0);
  if (!filter.kinds.empty() &&
      std::find(filter.kinds.begin(), filter.kinds.end(), kind) == filter.kinds.end()) {
    return false;
  }
  return filter.language.empty() || is_in_language_range(row.text(1), filter.language);
}

/// Seconds since 1970 of one end of a range; `open` if it has none.
std::int64_t end_of_range(const std::string& time, std::int64_t open) {
  if (time.empty()) return open;
  const auto parsed = parse_date(time);
  if (!parsed || parsed->year == 0) {
    throw Error("not a date: '" + time + "'", {}, "write 2025-08-01 or 2025-08-01T12:30:00Z");
  }
  return parsed->order_key();
}

}  // namespace

StoreCounts StoreReader::counts() {
  const SqlSnapshot snapshot(database_);
  StoreCounts counts;
  database_.query(
      "SELECT CASE WHEN state = 'done' AND kind = 'feed' THEN 'feed' ELSE role END, state, "
      "CASE WHEN state = 'done' THEN status ELSE '' END, count(*) FROM pages "
      "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
      {}, [&](const SqlRow& row) {
        SqlColumns columns(row);
        StoreCounts::Line line{};
        line.role = role_named(columns.text());
        line.state = state_named(columns.text());
        line.status = columns.text();
        line.pages = count(columns.integer());
        counts.pages.push_back(std::move(line));
        return true;
      });
  database_.query("SELECT coalesce(sum(links), 0), coalesce(sum(attempts), 0) FROM pages", {},
                  [&](const SqlRow& row) {
                    counts.links = count(row.integer(0));
                    counts.attempts = count(row.integer(1));
                    return false;
                  });
  database_.query("SELECT (SELECT count(*) FROM articles WHERE shown = 1), count(original) FROM near_copies",
                  {}, [&](const SqlRow& row) {
                    counts.articles = count(row.integer(0));
                    counts.near_copies = count(row.integer(1));
                    return false;
                  });
  database_.query("SELECT count(*), coalesce(sum(length(body)), 0) FROM raw_pages", {},
                  [&](const SqlRow& row) {
                    counts.raw_pages = count(row.integer(0));
                    counts.raw_bytes = count(row.integer(1));
                    return false;
                  });
  database_.query(
      "SELECT count(DISTINCT host), "
      "coalesce(min(CASE WHEN lease_until > not_before THEN lease_until ELSE not_before END), 0) FROM pages "
      "WHERE state = 'waiting' AND place IS NULL",
      {}, [&](const SqlRow& row) {
        counts.waiting_hosts = count(row.integer(0));
        counts.earliest_not_before = row.integer(1);
        return false;
      });
  return counts;
}

// As PageTable decides when the outcome is written.
bool StoreReader::has_read(const std::string& key, const std::string& order,
                           const std::string& content_digest) {
  bool has = false;
  database_.query(
      "SELECT 1 FROM pages WHERE key = $1 AND state <> 'waiting' AND ((place = $2 AND content_digest = $3) "
      "OR (place > $2 AND NOT (state = 'failed' AND content_digest = '')))",
      {key, order, content_digest}, [&](const SqlRow&) {
        has = true;
        return false;
      });
  return has;
}

std::vector<PageGroup> StoreReader::page_groups(std::int64_t run, UnixMs now) {
  std::vector<PageGroup> groups;
  database_.query(
      "SELECT coalesce(source, 0), CASE WHEN state = 'done' AND kind = 'feed' THEN 'feed' ELSE role END, "
      "state, "
      "CASE WHEN state = 'done' THEN status ELSE '' END, CASE WHEN run = $1 THEN 1 ELSE 0 END, "
      "CASE WHEN state = 'done' AND http_status = 304 THEN 1 ELSE 0 END, "
      "CASE WHEN state = 'waiting' AND lease_until > $2 THEN 1 ELSE 0 END, count(*), sum(CASE WHEN run = $1 "
      "THEN (SELECT count(*) FROM articles a WHERE a.page = pages.id AND a.shown = 1) ELSE 0 END), "
      "sum(CASE WHEN passed_in = $1 AND run <> $1 THEN 1 ELSE 0 END) FROM pages GROUP BY 1, 2, 3, 4, 5, 6, 7",
      {run, now}, [&](const SqlRow& row) {
        SqlColumns columns(row);
        PageGroup group;
        group.source = columns.integer();
        group.role = role_named(columns.text());
        group.state = state_named(columns.text());
        group.status = columns.text();
        group.in_this_run = columns.integer() != 0;
        group.not_modified = columns.integer() != 0;
        group.is_leased = columns.integer() != 0;
        group.pages = count(columns.integer());
        group.articles = count(columns.integer());
        group.passed_over = count(columns.integer());
        groups.push_back(std::move(group));
        return true;
      });
  return groups;
}

void StoreReader::for_each_page(const PageFilter& filter,
                                const std::function<void(const StoredPage&)>& each) {
  const std::string_view state = filter.state ? name_of(*filter.state) : std::string_view();
  database_.query(
      "SELECT p.id, p.key, p.url, p.source_place, p.host, p.role, p.state, p.status, "
      "CASE WHEN p.reason = '' THEN p.status_reason ELSE p.reason END, p.plugin, "
      "CASE WHEN r.page IS NULL THEN 0 ELSE 1 END "
      "FROM pages p LEFT JOIN raw_pages r ON r.page = p.id "
      "WHERE ($1 = '' OR p.state = $1) AND ($2 = '' OR p.status = $2) AND ($3 = '' OR p.plugin = $3) "
      "AND ($4 = '' OR p.host = $4) AND ($5 = 0 OR r.page IS NOT NULL) AND p.id > $6 ORDER BY p.id LIMIT $7",
      {state, filter.status, filter.plugin, filter.host, std::int64_t{filter.with_raw ? 1 : 0}, filter.after,
       filter.most == 0 ? INT64_MAX : static_cast<std::int64_t>(filter.most)},
      [&](const SqlRow& row) {
        each(page_of(row));
        return true;
      });
}

void StoreReader::for_each_article(const ArticleFilter& filter,
                                   const std::function<bool(const StoredArticle&)>& each) {
  constexpr std::int64_t earliest = INT64_MIN;
  constexpr std::int64_t latest = INT64_MAX;
  const bool dated = !filter.published_from.empty() || !filter.published_until.empty();
  database_.query(
      "SELECT a.kind, a.language, a.id, a.page, a.ordinal, a.url, a.canonical_url, a.title, a.authors, "
      "a.published, a.modified, a.site_name, a.section, a.completeness, a.syndicated_from, a.words, "
      "a.fingerprint, a.json, p.key, p.url, p.host, p.fetched_at, p.plugin, p.status, "
      "coalesce(s.kind, ''), coalesce(s.location, ''), p.source_place, p.record_id, coalesce(n.original, 0), "
      "coalesce(nullif(o.url, ''), nullif(op.source_place, ''), op.key, ''), "
      "coalesce(nullif(o.site_name, ''), op.host, '') "
      "FROM pages p JOIN articles a ON a.page = p.id LEFT JOIN sources s ON s.id = p.source "
      "LEFT JOIN near_copies n ON n.article = a.id LEFT JOIN articles o ON o.id = n.original LEFT JOIN pages "
      "op ON op.id = o.page "
      "WHERE a.shown = 1 AND ($1 = '' OR p.plugin = $1) AND ($2 = 0 OR n.original IS NULL) "
      "AND ($3 = 0 OR (a.published_s >= $4 AND a.published_s < $5)) ORDER BY p.key, a.ordinal",
      {filter.plugin, std::int64_t{filter.originals_only ? 1 : 0}, std::int64_t{dated ? 1 : 0},
       end_of_range(filter.published_from, earliest), end_of_range(filter.published_until, latest)},
      [&](const SqlRow& row) { return !is_wanted(row, filter) || each(article_of(row)); });
}

std::optional<Page> StoreReader::raw_page(PageId id) {
  std::optional<Page> found;
  database_.query(
      "SELECT url, final_url, http_status, fetched_at, headers, size, body FROM raw_pages WHERE page = $1",
      {id}, [&](const SqlRow& row) {
        SqlColumns columns(row);
        Page page;
        page.url = columns.text();
        page.final_url = columns.text();
        page.status = static_cast<int>(columns.integer());
        page.fetched_at = columns.text();
        page.headers = headers_of(columns.text());
        const auto size = static_cast<std::size_t>(columns.integer());
        page.bytes = unpack(columns.blob(), size, database_.name());
        found = std::move(page);
        return false;
      });
  return found;
}

}  // namespace pith
