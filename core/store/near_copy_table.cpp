#include "core/store/near_copy_table.hpp"

#include <xxhash.h>

#include <algorithm>
#include <optional>

#include "core/fingerprint/near_copies.hpp"
#include "core/store/fingerprint_bytes.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

constexpr const char* text_by_article =
    "SELECT a.id, a.fingerprint, p.host, a.url, coalesce(n.cluster, 0) FROM articles a "
    "JOIN pages p ON p.id = a.page LEFT JOIN near_copies n ON n.article = a.id WHERE a.id = $1";
constexpr const char* texts_by_page =
    "SELECT a.id, a.fingerprint, p.host, a.url, coalesce(n.cluster, 0) FROM articles a "
    "JOIN pages p ON p.id = a.page LEFT JOIN near_copies n ON n.article = a.id WHERE a.page = $1";
constexpr const char* texts_to_compare =
    "SELECT a.id, a.fingerprint, p.host, a.url, coalesce(n.cluster, 0) FROM to_compare t "
    "JOIN articles a ON a.id = t.article JOIN pages p ON p.id = a.page "
    "LEFT JOIN near_copies n ON n.article = a.id ORDER BY t.article LIMIT $1";

/// What stands for a whole sketch of a host, among the bands.
std::int64_t whole_band(const std::vector<std::uint32_t>& fingerprint, const std::string& host) {
  const std::string bytes = fingerprint_bytes(fingerprint) + host;
  return static_cast<std::int64_t>(XXH3_64bits(bytes.data(), bytes.size()));
}

/// A date without a time says no more than that the day was over by its end.
std::optional<std::int64_t> published_by(const std::string& published, std::int64_t seconds) {
  constexpr std::size_t date_only = 10;
  constexpr std::int64_t day = 86'400;
  if (published.size() <= date_only) return seconds + day - 1;
  return seconds;
}

/// As PostgreSQL writes arrays.
std::string array_of(const std::vector<std::int64_t>& numbers) {
  std::string text = "{";
  for (const std::int64_t number : numbers) {
    if (text.size() > 1) text += ',';
    text += std::to_string(number);
  }
  return text + '}';
}

NearCopy near_copy_of(const SqlRow& row) {
  SqlColumns columns(row);
  NearCopy copy;
  copy.id = columns.integer();
  copy.url = columns.text();
  const std::string page_host = columns.text();
  const std::string canonical = columns.text();
  if (!canonical.empty()) copy.canonical_host = url_host(canonical);
  copy.host = page_host.empty() ? url_host(copy.url) : page_host;
  copy.site_name = columns.text();
  copy.syndicated_from = columns.text();
  copy.full = columns.text() == "full";
  copy.place = columns.text();
  copy.place += '#' + std::to_string(columns.integer());
  const std::string published = columns.text();
  if (!columns.next_is_null()) copy.published = published_by(published, columns.integer());
  return copy;
}

}  // namespace

void NearCopyTable::add(ArticleId article) {
  database_.run("INSERT INTO to_compare (article) VALUES ($1) ON CONFLICT DO NOTHING", {article});
}

void NearCopyTable::forget(ArticleId article) {
  for (const Text& text : texts_of(text_by_article, article)) forget_text(text);
}

void NearCopyTable::forget_page(PageId page) {
  for (const Text& text : texts_of(texts_by_page, page)) forget_text(text);
}

void NearCopyTable::forget_text(const Text& text) {
  if (text.fingerprint.empty()) return;
  if (text.cluster != 0) {
    database_.run(
        "INSERT INTO to_compare (article) SELECT article FROM near_copies WHERE cluster = $1 "
        "ON CONFLICT DO NOTHING",
        {text.cluster});
    database_.run("DELETE FROM near_copies WHERE cluster = $1", {text.cluster});
  }
  database_.run("DELETE FROM to_compare WHERE article = $1", {text.article});
  auto bands = near_copy_bands(text.fingerprint);
  bands.push_back(whole_band(text.fingerprint, text.host));
  for (const std::int64_t band : bands) {
    database_.run("DELETE FROM near_bands WHERE band = $1 AND article = $2", {band, text.article});
  }
}

std::vector<NearCopyTable::Text> NearCopyTable::texts_of(const char* statement, std::int64_t value) {
  std::vector<Text> texts;
  database_.query(statement, {value}, [&](const SqlRow& row) {
    SqlColumns columns(row);
    Text text;
    text.article = columns.integer();
    text.fingerprint = fingerprint_of(columns.blob());
    text.host = columns.text();
    const std::string url = columns.text();
    if (text.host.empty()) text.host = url_host(url);
    text.cluster = columns.integer();
    texts.push_back(std::move(text));
    return true;
  });
  return texts;
}

bool NearCopyTable::link(std::size_t most, std::uint64_t& new_links) {
  auto texts = texts_of(texts_to_compare, static_cast<std::int64_t>(most));
  for (Text& text : texts) {
    compare(text);
    database_.run("DELETE FROM to_compare WHERE article = $1", {text.article});
  }
  put_bands();
  for (const std::int64_t cluster : changed_clusters_) new_links += choose_original(cluster);
  changed_clusters_.clear();
  return texts.size() == most;
}

void NearCopyTable::compare(Text& text) {
  if (text.fingerprint.empty()) return;
  text.cluster = cluster_of(text.article);  // what came before it may have taken it along
  const std::int64_t whole = whole_band(text.fingerprint, text.host);
  if (const auto same = same_text(text, whole)) return join(text, *same);
  auto bands = near_copy_bands(text.fingerprint);
  for (const ArticleId candidate : candidates_of(text, bands)) {
    for (const Text& other : texts_of(text_by_article, candidate)) {
      if (text.cluster != 0 && other.cluster == text.cluster) continue;
      if (are_near_copies(text.fingerprint, text.host, other.fingerprint, other.host)) join(text, other);
    }
  }
  bands.push_back(whole);
  for (const std::int64_t band : bands) new_bands_[band].push_back(text.article);
}

std::int64_t NearCopyTable::cluster_of(ArticleId article) {
  std::int64_t cluster = 0;
  database_.query("SELECT cluster FROM near_copies WHERE article = $1", {article}, [&](const SqlRow& row) {
    cluster = row.integer(0);
    return false;
  });
  return cluster;
}

std::optional<NearCopyTable::Text> NearCopyTable::same_text(const Text& text, std::int64_t band) {
  const auto articles = candidates_of(text, {band});
  for (const ArticleId article : articles) {
    for (Text& other : texts_of(text_by_article, article)) {
      if (other.fingerprint == text.fingerprint && other.host == text.host) return std::move(other);
    }
  }
  return std::nullopt;
}

std::set<ArticleId> NearCopyTable::candidates_of(const Text& text, const std::vector<std::int64_t>& bands) {
  std::set<ArticleId> articles;
  const auto take = [&](const SqlRow& row) {
    articles.insert(row.integer(0));
    return true;
  };
  if (database_.dialect() == SqlDialect::postgres) {
    database_.query(
        "SELECT found.article FROM unnest($1::bigint[]) AS wanted (band), LATERAL (SELECT article FROM "
        "near_bands WHERE near_bands.band = wanted.band ORDER BY article LIMIT $2) AS found",
        {array_of(bands), most_of_a_band}, take);
  } else {
    for (const std::int64_t band : bands) {
      database_.query("SELECT article FROM near_bands WHERE band = $1 ORDER BY article LIMIT $2",
                      {band, most_of_a_band}, take);
    }
  }
  for (const std::int64_t band : bands) {
    const auto found = new_bands_.find(band);
    if (found == new_bands_.end()) continue;
    const auto enough = std::min(found->second.size(), static_cast<std::size_t>(most_of_a_band));
    articles.insert(found->second.begin(), found->second.begin() + static_cast<std::ptrdiff_t>(enough));
  }
  articles.erase(text.article);
  return articles;
}

void NearCopyTable::join(Text& a, const Text& b) {
  const auto put = [&](ArticleId article, std::int64_t cluster) {
    database_.run("INSERT INTO near_copies (article, cluster) VALUES ($1, $2)", {article, cluster});
  };
  std::int64_t cluster = std::min(a.article, b.article);
  if (a.cluster != 0 && b.cluster != 0) {
    cluster = std::min(a.cluster, b.cluster);
    const std::int64_t other = std::max(a.cluster, b.cluster);
    database_.run("UPDATE near_copies SET cluster = $1 WHERE cluster = $2", {cluster, other});
    changed_clusters_.erase(other);
  } else {
    if (a.cluster != 0) cluster = a.cluster;
    if (b.cluster != 0) cluster = b.cluster;
    if (a.cluster == 0) put(a.article, cluster);
    if (b.cluster == 0) put(b.article, cluster);
  }
  a.cluster = cluster;
  changed_clusters_.insert(cluster);
}

/// In the order of the table, which touches each page of its tree once.
void NearCopyTable::put_bands() {
  std::vector<std::pair<std::int64_t, ArticleId>> rows;
  for (const auto& [band, articles] : new_bands_) {
    for (const ArticleId article : articles) rows.emplace_back(band, article);
  }
  new_bands_.clear();
  std::sort(rows.begin(), rows.end());
  if (database_.dialect() == SqlDialect::sqlite) {
    for (const auto& [band, article] : rows) {
      database_.run("INSERT INTO near_bands (band, article) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                    {band, article});
    }
    return;
  }
  std::vector<std::int64_t> bands;
  std::vector<std::int64_t> articles;
  for (const auto& [band, article] : rows) {
    bands.push_back(band);
    articles.push_back(article);
  }
  database_.run(
      "INSERT INTO near_bands (band, article) SELECT * FROM unnest($1::bigint[], $2::bigint[]) "
      "ON CONFLICT DO NOTHING",
      {array_of(bands), array_of(articles)});
}

std::uint64_t NearCopyTable::choose_original(std::int64_t cluster) {
  std::vector<NearCopy> copies;
  database_.query(
      "SELECT a.id, coalesce(nullif(a.canonical_url, ''), a.url), p.host, a.canonical_url, a.site_name, "
      "a.syndicated_from, "
      "a.completeness, p.key, a.ordinal, a.published, a.published_s FROM near_copies n "
      "JOIN articles a ON a.id = n.article JOIN pages p ON p.id = a.page WHERE n.cluster = $1",
      {cluster}, [&](const SqlRow& row) {
        copies.push_back(near_copy_of(row));
        return true;
      });
  if (copies.empty()) return 0;
  const ArticleId original = copies[original_of(copies)].id;
  database_.run("UPDATE near_copies SET original = NULL WHERE article = $1", {original});
  database_.run(
      "UPDATE near_copies SET original = $1 WHERE cluster = $2 AND article <> $1 AND original <> $1",
      {original, cluster});
  return database_.run(
      "UPDATE near_copies SET original = $1 WHERE cluster = $2 AND article <> $1 AND original IS NULL",
      {original, cluster});
}

}  // namespace pith
