#include "core/export/csv_table.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "core/export/one_line.hpp"
#include "core/export/record_id.hpp"
#include "core/export/stored_article_reader.hpp"
#include "core/render/text.hpp"
#include "core/render/utf8.hpp"

namespace pith {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kNames =
    "title,authors,published,modified,url,canonical_url,page_url,host,site,publisher,section,topics,"
    "language,kind,completeness,status,words,summary,syndicated_from,near_copy_of,plugin,source_kind,"
    "source,fetched_at,source_place,id";

/// The last four are the wide forms, which some spreadsheets fold to the others.
constexpr std::array<std::string_view, 10> kFormulaStarts{"=",  "+",      "-",      "@",      "\t",
                                                          "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool looks_like_formula(std::string_view text) {
  return std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(),
                     [&](std::string_view start) { return text.substr(0, start.size()) == start; });
}

std::string joined(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += "; ";
    text += value;
  }
  return text;
}

std::string when(const std::optional<DateTime>& time) {
  return time ? time->rfc3339() : std::string();
}

}  // namespace

std::string csv_field(std::string text) {
  if (looks_like_formula(text)) text.insert(text.begin(), '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

CsvTable::CsvTable(const std::string& path, const ExportOptions& options)
    : output_(path), with_text_(options.csv_text) {
  if (options.csv_bom) output_.write(kByteOrderMark);
  output_.write(kNames);
  if (with_text_) output_.write(",text");
  output_.write(kLineEnd);
}

void CsvTable::write(const StoredArticle& stored) {
  const Article article = read_stored_article(stored);
  const std::vector<std::string> values{article.title,
                                        joined(article.authors),
                                        when(article.published),
                                        when(article.modified),
                                        article.url,
                                        article.canonical_url,
                                        stored.page_url,
                                        stored.host,
                                        article.site_name,
                                        article.publisher,
                                        article.section,
                                        joined(article.topics),
                                        article.language,
                                        article.kind,
                                        std::string(name_of(article.completeness)),
                                        std::string(name_of(stored.status)),
                                        std::to_string(stored.article.words),
                                        article.summary,
                                        article.syndicated_from,
                                        stored.original_url,
                                        stored.plugin,
                                        stored.source_kind,
                                        stored.source_location,
                                        stored.fetched_at,
                                        stored.source_place,
                                        record_id_text(stored.record_id)};
  std::string row;
  for (const std::string& value : values) {
    if (&value != values.data()) row += ',';
    row += csv_field(one_line(value));
  }
  if (with_text_) row += ',' + csv_field(displayable(body_text(article)));
  output_.write(row.append(kLineEnd));
  ++counts_.articles;
}

}  // namespace pith
