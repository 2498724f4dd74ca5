#include "core/store/article_table.hpp"

#include <map>
#include <set>

#include "core/store/fingerprint_bytes.hpp"
#include "core/store/near_copy_table.hpp"
#include "core/store/record_json.hpp"
#include "pith/date_time.hpp"

namespace pith {
namespace {

std::int64_t flag(bool value) {
  return value ? 1 : 0;
}

SqlValue seconds_of(const std::string& time) {
  if (time.empty()) return nullptr;
  const auto parsed = parse_date(time);
  if (!parsed || parsed->year == 0) return nullptr;
  return parsed->order_key();
}

}  // namespace

bool ArticleTable::add(PageId id, const ClaimingPage& page, const PageResult& result) {
  const auto claims = claims_of(page, result);
  std::map<std::string, std::vector<std::size_t>> by_identity;
  for (std::size_t i = 0; i < claims.size(); ++i) by_identity[claims[i].identity].push_back(i);
  std::vector<bool> shown(claims.size());
  for (const auto& [identity, own] : by_identity) {
    const auto rows = rows_of(identity, Rows::shown);
    std::vector<ArticleClaim> all;
    for (const Row& row : rows) all.push_back(row.claim);
    for (const std::size_t i : own) all.push_back(claims[i]);
    const auto decided = shown_of(all);
    for (std::size_t i = 0; i < rows.size(); ++i) show(rows[i], decided[i]);
    for (std::size_t i = 0; i < own.size(); ++i) shown[own[i]] = decided[rows.size() + i];
  }
  for (std::size_t i = 0; i < claims.size(); ++i) insert(id, claims[i], shown[i], result.articles[i]);
  const bool is_set_aside = claims.size() == 1 && claims[0].sole && !shown[0];
  if (is_set_aside) {
    Row row;
    row.page = id;
    row.shown = true;
    row.claim = claims[0];
    show(row, false);
  }
  return is_set_aside;
}

void ArticleTable::remove(PageId id) {
  std::set<std::string> orphaned;
  bool any = false;
  database_.query("SELECT identity, shown FROM articles WHERE page = $1", {id}, [&](const SqlRow& row) {
    any = true;
    if (row.integer(1) != 0) orphaned.emplace(row.text(0));
    return true;
  });
  if (!any) return;
  near_copies_.forget_page(id);
  database_.run("DELETE FROM articles WHERE page = $1", {id});
  for (const std::string& identity : orphaned) settle(identity);
}

bool ArticleTable::set_aside_if_hidden(PageId id) {
  Row row;
  database_.query("SELECT identity FROM articles WHERE page = $1 AND sole = 1 AND shown = 0", {id},
                  [&](const SqlRow& found) {
                    row.claim.identity = std::string(found.text(0));
                    row.claim.sole = true;
                    row.shown = true;
                    row.page = id;
                    return false;
                  });
  if (row.page == 0) return false;
  show(row, false);
  return true;
}

/// Decides anew among all that there are.
void ArticleTable::settle(const std::string& identity) {
  const auto rows = rows_of(identity, Rows::all);
  std::vector<ArticleClaim> claims;
  for (const Row& row : rows) claims.push_back(row.claim);
  const auto decided = shown_of(claims);
  for (std::size_t i = 0; i < rows.size(); ++i) show(rows[i], decided[i]);
}

std::vector<ArticleTable::Row> ArticleTable::rows_of(const std::string& identity, Rows which) {
  std::vector<Row> rows;
  database_.query(
      "SELECT a.id, a.page, a.shown, a.variant, a.sole, a.completeness, a.ordinal, p.key "
      "FROM articles a JOIN pages p ON p.id = a.page WHERE a.identity = $1 AND a.shown >= $2",
      {identity, flag(which == Rows::shown)}, [&](const SqlRow& row) {
        SqlColumns columns(row);
        Row found;
        found.id = columns.integer();
        found.page = columns.integer();
        found.shown = columns.integer() != 0;
        found.claim.identity = identity;
        found.claim.variant = columns.integer();
        found.claim.sole = columns.integer() != 0;
        found.claim.excerpt = columns.text() == "excerpt";
        found.claim.ordinal = static_cast<std::uint32_t>(columns.integer());
        found.claim.page_key = columns.text();
        rows.push_back(std::move(found));
        return true;
      });
  return rows;
}

/// Shows a stored article or sets it aside, and with it the page that is about it alone.
void ArticleTable::show(const Row& row, bool shown) {
  if (row.shown == shown) return;
  if (row.id != 0) {
    database_.run("UPDATE articles SET shown = $1 WHERE id = $2", {flag(shown), row.id});
    if (shown) {
      near_copies_.add(row.id);
    } else {
      near_copies_.forget(row.id);
    }
  }
  if (!row.claim.sole) return;
  if (shown) {
    database_.run(
        "UPDATE pages SET state = 'done', reason = '', same_as = '' WHERE id = $1 AND state = 'duplicate'",
        {row.page});
  } else {
    const std::string reason = "the same article is known from elsewhere: " + row.claim.identity;
    database_.run(
        "UPDATE pages SET state = 'duplicate', reason = $1, same_as = $2 WHERE id = $3 AND state = 'done'",
        {reason, row.claim.identity, row.page});
  }
}

void ArticleTable::insert(PageId page, const ArticleClaim& claim, bool shown, const ArticleRecord& article) {
  const std::string authors = names_json(article.authors);
  const std::string fingerprint = fingerprint_bytes(article.fingerprint);
  ArticleId id = 0;
  database_.query(
      "INSERT INTO articles (page, ordinal, identity, variant, sole, shown, url, canonical_url, title, "
      "authors, "
      "published, published_s, modified, language, site_name, section, kind, completeness, syndicated_from, "
      "words, fingerprint, json) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, "
      "$16, $17, $18, $19, $20, $21, $22) RETURNING id",
      {page,
       std::int64_t{claim.ordinal},
       claim.identity,
       claim.variant,
       flag(claim.sole),
       flag(shown),
       article.url,
       article.canonical_url,
       article.title,
       authors,
       article.published,
       seconds_of(article.published),
       article.modified,
       article.language,
       article.site_name,
       article.section,
       article.kind,
       article.completeness,
       article.syndicated_from,
       std::int64_t{article.words},
       SqlBlob(fingerprint),
       article.json},
      [&](const SqlRow& row) {
        id = row.integer(0);
        return true;
      });
  if (shown && !article.fingerprint.empty()) near_copies_.add(id);
}

}  // namespace pith
