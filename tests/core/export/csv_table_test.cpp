#include "core/export/csv_table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/export/fixture_articles.hpp"
#include "tests/core/export/stored_articles.hpp"
#include "tests/core/render/sample_extractions.hpp"

namespace pith {
namespace {

using namespace test;
using Rows = std::vector<std::vector<std::string>>;

/// As RFC 4180, section 2, says that CSV is read.
Rows rows_of(const std::string& csv) {
  Rows rows;
  std::vector<std::string> row;
  std::string field;
  bool quoted = false;
  for (std::size_t at = 0; at < csv.size(); ++at) {
    if (quoted && csv.compare(at, 2, "\"\"") == 0) {
      field += csv[at++];
    } else if (csv[at] == '"') {
      quoted = !quoted;
    } else if (!quoted && csv[at] == ',') {
      row.push_back(std::move(field));
      field.clear();
    } else if (!quoted && csv.compare(at, 2, "\r\n") == 0) {
      row.push_back(std::move(field));
      rows.push_back(std::move(row));
      field.clear();
      row.clear();
      ++at;
    } else {
      field += csv[at];
    }
  }
  EXPECT_TRUE(row.empty() && field.empty()) << "the last row has an end, too";
  return rows;
}

TEST(CsvTable, HasALineOfNamesAndARowForEachArticle) {
  StoredArticle article = stored(complete_extraction().articles.at(0));
  article.original_url = "https://b.example/first";
  article.source_place = "pages.jsonl:7";
  article.record_id = "\"say \\\"a1\\\"\"";
  const Rows rows = rows_of(exported("csv", {article, stored(titled("Two"))}));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0], (std::vector<std::string>{"title",
                                               "authors",
                                               "published",
                                               "modified",
                                               "url",
                                               "canonical_url",
                                               "page_url",
                                               "host",
                                               "site",
                                               "publisher",
                                               "section",
                                               "topics",
                                               "language",
                                               "kind",
                                               "completeness",
                                               "status",
                                               "words",
                                               "summary",
                                               "syndicated_from",
                                               "near_copy_of",
                                               "plugin",
                                               "source_kind",
                                               "source",
                                               "fetched_at",
                                               "source_place",
                                               "id"}));
  EXPECT_EQ(rows[1], (std::vector<std::string>{"Ships wait",
                                               "Ann Lee; Bo Chan",
                                               "2025-08-01",
                                               "2025-08-02",
                                               "https://a.example/ships",
                                               "https://a.example/ships",
                                               "https://a.example/ships",
                                               "a.example",
                                               "Harbour News",
                                               "Harbour Press",
                                               "Trade",
                                               "Shipping; Ports",
                                               "en",
                                               "article",
                                               "full",
                                               "ok",
                                               "3",
                                               "Why ships wait.",
                                               "Coast Wire",
                                               "https://b.example/first",
                                               "harbour",
                                               "feed",
                                               "https://a.example/feed",
                                               "2025-08-05T06:07:08Z",
                                               "pages.jsonl:7",
                                               "say \"a1\""}));
  EXPECT_EQ(rows[2][0], "Two");
  EXPECT_EQ(rows[2][1], "");
}

TEST(CsvTable, NoArticlesAreALineOfNames) {
  EXPECT_EQ(rows_of(exported("csv", {})).size(), 1U);
}

// RFC 4180, section 2, rules 6 and 7.
TEST(CsvTable, AFieldIsQuotedWhereItMustBe) {
  EXPECT_EQ(csv_field("plain; text 'here'"), "plain; text 'here'");
  EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_field("say \"a\""), "\"say \"\"a\"\"\"");
  EXPECT_EQ(csv_field("a\nb"), "\"a\nb\"");
  EXPECT_EQ(csv_field(""), "");
}

// OWASP, "CSV Injection".
TEST(CsvTable, NoFieldIsAFormula) {
  EXPECT_EQ(csv_field("=1+1"), "'=1+1");
  EXPECT_EQ(csv_field("+44 20"), "'+44 20");
  EXPECT_EQ(csv_field("-5 degrees"), "'-5 degrees");
  EXPECT_EQ(csv_field("@desk"), "'@desk");
  EXPECT_EQ(csv_field("\t=1"), "'\t=1");
  EXPECT_EQ(csv_field("\r=1"), "\"'\r=1\"");
  EXPECT_EQ(csv_field("\uFF1D1"), "'\uFF1D1");
  EXPECT_EQ(csv_field("=HYPERLINK(\"https://evil.example\")"),
            "\"'=HYPERLINK(\"\"https://evil.example\"\")\"");
  EXPECT_EQ(csv_field("a=1"), "a=1");
}

TEST(CsvTable, TextAndByteOrderMarkAreThereWhenAskedFor) {
  ExportOptions options;
  options.csv_text = true;
  options.csv_bom = true;
  const std::string csv = exported("csv", {stored(titled("One", "=first\nsecond \"line\""))}, options);
  EXPECT_EQ(csv.substr(0, 8), "\xEF\xBB\xBFtitle");
  const Rows rows = rows_of(csv);
  EXPECT_EQ(rows[0].back(), "text");
  EXPECT_EQ(rows[1].back(), "'=first\nsecond \"line\"");
}

TEST(CsvTable, NoTextBreaksARow) {
  std::vector<StoredArticle> articles = fixture_articles();
  for (const std::string& title : hostile_titles()) {
    articles.push_back(stored(titled(title, title)));
    articles.back().original_url = title;
  }
  ExportOptions options;
  options.csv_text = true;
  const Rows rows = rows_of(exported("csv", articles, options));
  ASSERT_EQ(rows.size(), articles.size() + 1);
  for (const auto& row : rows) {
    EXPECT_EQ(row.size(), rows[0].size());
    for (const std::string& field : row) {
      EXPECT_EQ(std::string("=+-@\t\r").find(field.empty() ? 'x' : field[0]), std::string::npos) << field;
    }
  }
}

}  // namespace
}  // namespace pith
