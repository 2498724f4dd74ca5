#include "core/extract/page_result.hpp"

#include <algorithm>
#include <exception>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include "core/fingerprint/text_fingerprint.hpp"
#include "core/render/json.hpp"
#include "core/render/text.hpp"
#include "core/render/utf8.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

using Clock = std::chrono::steady_clock;

std::string time_of(const std::optional<DateTime>& time) {
  return time ? time->rfc3339() : std::string();
}

std::uint32_t clamped(std::size_t count) {
  return static_cast<std::uint32_t>(std::min<std::size_t>(count, std::numeric_limits<std::uint32_t>::max()));
}

ArticleRecord record_of(const Article& article) {
  ArticleRecord record;
  record.url = valid_utf8(article.url);
  record.canonical_url = valid_utf8(article.canonical_url);
  record.title = valid_utf8(article.title);
  for (const std::string& author : article.authors) record.authors.push_back(valid_utf8(author));
  record.published = time_of(article.published);
  record.modified = time_of(article.modified);
  record.language = valid_utf8(article.language);
  record.site_name = valid_utf8(article.site_name);
  record.section = valid_utf8(article.section);
  record.kind = valid_utf8(article.kind);
  record.completeness = name_of(article.completeness);
  record.syndicated_from = valid_utf8(article.syndicated_from);
  const std::string text = body_text(article);
  record.words = clamped(count_words(text));
  record.fingerprint = text_fingerprint(text);
  record.json = render_article_json(article);
  return record;
}

LinkRecord record_of(const Link& link) {
  return {valid_utf8(link.url), valid_utf8(link.canonical_url), valid_utf8(link.title),
          valid_utf8(link.relation), time_of(link.published)};
}

/// One record per kind and rule, in the order of the kinds and then of the rules.
std::vector<LedgerRecord> sums_of(const std::vector<Removal>& removals) {
  struct Sum {
    std::uint32_t removals = 0;
    std::uint64_t text_bytes = 0;
  };
  std::map<std::pair<Boilerplate, std::string_view>, Sum> sums;
  for (const Removal& removal : removals) {
    Sum& sum = sums[{removal.kind, removal.rule}];
    ++sum.removals;
    sum.text_bytes += removal.text_bytes;
  }
  std::vector<LedgerRecord> records;
  records.reserve(sums.size());
  for (const auto& [key, sum] : sums) {
    records.push_back(
        {std::string(name_of(key.first)), valid_utf8(key.second), sum.removals, sum.text_bytes});
  }
  return records;
}

PageResult result_of(const Extraction& extraction) {
  PageResult result;
  result.status = extraction.status;
  result.reason = valid_utf8(extraction.reason);
  result.kind = valid_utf8(extraction.kind);
  result.plugin = valid_utf8(extraction.plugin);
  result.recipe = valid_utf8(extraction.recipe);
  result.confidence = extraction.confidence;
  result.articles.reserve(extraction.articles.size());
  for (const Article& article : extraction.articles) result.articles.push_back(record_of(article));
  result.links.reserve(extraction.links.size());
  for (const Link& link : extraction.links) result.links.push_back(record_of(link));
  result.ledger = sums_of(extraction.removals);
  return result;
}

PageResult failure(std::string reason) {
  PageResult result;
  result.reason = std::move(reason);
  return result;
}

}  // namespace

PageResult extract_page_result(const Page& page, const Registry& registry,
                               const PageExtractionOptions& options) {
  const auto start = Clock::now();
  const PageExtraction extracted = extract_page(page, registry, options);
  PageResult result;
  try {
    result = result_of(extracted.extraction);
  } catch (const std::exception& error) {
    result = failure(std::string("the result cannot be kept: ") + error.what());
  }
  result.time = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
  return result;
}

}  // namespace pith
