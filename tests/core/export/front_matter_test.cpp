#include "core/export/front_matter.hpp"

#include <gtest/gtest.h>

#include <string>

#include "core/export/one_line.hpp"
#include "tests/core/export/stored_articles.hpp"
#include "tests/core/render/sample_extractions.hpp"
#include "tests/support/json_of.hpp"

namespace pith {
namespace {

using namespace test;

TEST(FrontMatter, SaysWhatIsKnown) {
  const Article article = complete_extraction().articles.at(0);
  StoredArticle known = stored(article);
  known.status = Status::partial;
  known.original_url = "https://b.example/first";
  EXPECT_EQ(front_matter(known, article), R"(---
title: "Ships wait"
subtitle: "A queue off the coast"
authors:
  - "Ann Lee"
  - "Bo Chan"
published: "2025-08-01"
modified: "2025-08-02"
url: "https://a.example/ships"
canonical_url: "https://a.example/ships"
site: "Harbour News"
publisher: "Harbour Press"
section: "Trade"
topics:
  - "Shipping"
  - "Ports"
language: "en"
kind: "article"
completeness: "full"
status: "partial"
summary: "Why ships wait."
image: "https://a.example/1.jpg"
licence: "https://creativecommons.org/licenses/by/4.0/"
is_accessible_for_free: true
syndicated_from: "Coast Wire"
near_copy_of: "https://b.example/first"
---
)");
}

TEST(FrontMatter, IsSilentOnWhatIsNotKnown) {
  const Article article;
  EXPECT_EQ(front_matter(stored(article), article), "---\nkind: \"article\"\ncompleteness: \"full\"\n---\n");
}

TEST(FrontMatter, NamesTheFileOfWhatHasNoUrlAndTheIdOfARecord) {
  const Article article;
  StoredArticle local = stored(article, "");
  local.source_place = "pages.jsonl:7";
  local.record_id = "9007199254740993";
  EXPECT_EQ(front_matter(local, article),
            "---\nkind: \"article\"\ncompleteness: \"full\"\nfile: \"pages.jsonl:7\"\n"
            "id: \"9007199254740993\"\n---\n");
  local.page_url = "https://a.example/ships";
  EXPECT_EQ(front_matter(local, article).find("file"), std::string::npos) << "the same wherever it lies";
}

TEST(FrontMatter, DoesNotChangeWithTheFetch) {
  const Article article = titled("Ships wait");
  StoredArticle later = stored(article);
  later.fetched_at = "2026-01-01T00:00:00Z";
  later.id = 9;
  EXPECT_EQ(front_matter(later, article), front_matter(stored(article), article));
}

// YAML 1.2.2, section 7.3.1: double-quoted, so none of these is a number, a date, a mapping or a tag.
TEST(FrontMatter, AStringIsAlwaysAString) {
  EXPECT_EQ(yaml_string("no"), R"("no")");
  EXPECT_EQ(yaml_string("2025-08-01"), R"("2025-08-01")");
  EXPECT_EQ(yaml_string("a: b # c"), R"("a: b # c")");
  EXPECT_EQ(yaml_string(R"(say "a\b")"), R"("say \"a\\b\"")");
  EXPECT_EQ(yaml_string("\n---\nx: y\n"), R"("--- x: y")");
  EXPECT_EQ(yaml_string(""), R"("")");
}

TEST(FrontMatter, WhatTurnsTheDirectionOfWritingIsEscaped) {
  EXPECT_EQ(yaml_string("a\u202Eb\u2069\uFEFFc"), R"("a\u202eb\u2069\ufeffc")");
  EXPECT_EQ(yaml_string("\u05E9\u200F!"), "\"\u05E9\u200F!\"") << "a mark that turns only itself may stay";
}

// Each line has one key, and each string, which is JSON as well, is the text on one line.
TEST(FrontMatter, NoTextBreaksOut) {
  for (const std::string& title : hostile_titles()) {
    EXPECT_EQ(json_of(yaml_string(title)).GetString(), one_line(title));
    Article article = titled(title);
    article.authors = {title};
    const std::string yaml = front_matter(stored(article), article);
    EXPECT_EQ(yaml.find("\n---\n"), yaml.size() - 5) << yaml;
  }
}

}  // namespace
}  // namespace pith
