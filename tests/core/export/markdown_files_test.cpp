#include "core/export/markdown_files.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "core/render/markdown.hpp"
#include "tests/core/export/fixture_articles.hpp"
#include "tests/core/export/stored_articles.hpp"
#include "tests/support/error_of.hpp"

namespace pith {
namespace {

namespace fs = std::filesystem;
using namespace test;
using Names = std::vector<std::string>;

ExportCounts export_to(const std::string& folder, const std::vector<StoredArticle>& articles) {
  MarkdownFiles files(folder);
  for (const StoredArticle& article : articles) files.write(article);
  files.finish();
  return files.counts();
}

/// All files below, by their path from there.
Names files_in(const fs::path& folder) {
  Names names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_directory()) names.push_back(fs::relative(entry.path(), folder).string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

TEST(MarkdownFiles, AnArticleIsAFile) {
  const TemporaryFolder folder;
  Article article = titled("Ships wait");
  article.published = day(2025, 8, 1);
  const ExportCounts counts = export_to(folder.path(), {stored(article)});
  EXPECT_EQ(counts.articles, 1U);
  EXPECT_EQ(counts.files_written, 1U);
  const Names names = files_in(folder.path());
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names[0].substr(0, 32), "a.example/2025-08-01-ships-wait-");
  EXPECT_EQ(
      contents_of(folder.path() / names[0]),
      "---\ntitle: \"Ships wait\"\npublished: \"2025-08-01\"\nkind: \"article\"\ncompleteness: \"full\"\n"
      "---\n\nForty ships wait.\n");
}

TEST(MarkdownFiles, TheFolderIsMadeIfItIsNotThere) {
  const TemporaryFolder folder;
  export_to(folder.path() / "articles", {stored(titled("One"))});
  EXPECT_EQ(files_in(folder.path() / "articles").size(), 1U);
}

TEST(MarkdownFiles, TheNamesAreTheSameInWhateverOrder) {
  std::vector<StoredArticle> articles = fixture_articles();
  const TemporaryFolder one;
  export_to(one.path(), articles);
  std::stable_sort(articles.begin(), articles.end(),
                   [](const StoredArticle& a, const StoredArticle& b) { return a.page_key > b.page_key; });
  const TemporaryFolder other;
  export_to(other.path(), articles);
  const Names names = files_in(one.path());
  EXPECT_EQ(names.size(), articles.size());
  EXPECT_EQ(files_in(other.path()), names);
  for (const std::string& name : names) {
    EXPECT_EQ(contents_of(one.path() / name), contents_of(other.path() / name));
  }
}

TEST(MarkdownFiles, WhatHasNotChangedIsNotTouched) {
  const TemporaryFolder folder;
  std::vector<StoredArticle> articles{stored(titled("One"), "https://a.example/1"),
                                      stored(titled("Two"), "https://a.example/2")};
  export_to(folder.path(), articles);
  const fs::file_time_type long_ago = fs::file_time_type::clock::now() - std::chrono::hours(24);
  for (const std::string& name : files_in(folder.path())) fs::last_write_time(folder.path() / name, long_ago);

  articles[1].article.json = render_article_json(titled("Two", "Fifty ships wait."));
  articles[0].fetched_at = "2026-01-01T00:00:00Z";
  const ExportCounts counts = export_to(folder.path(), articles);
  EXPECT_EQ(counts.files_unchanged, 1U);
  EXPECT_EQ(counts.files_written, 1U);
  for (const std::string& name : files_in(folder.path())) {
    const bool first = name.find("one") != std::string::npos;
    EXPECT_EQ(fs::last_write_time(folder.path() / name) == long_ago, first) << name;
    EXPECT_EQ(contents_of(folder.path() / name).find("Fifty") == std::string::npos, first);
  }
}

TEST(MarkdownFiles, FilesThatNoArticleHasStay) {
  const TemporaryFolder folder;
  folder.write("a.example/notes.md", "mine");
  export_to(folder.path(), {stored(titled("One"))});
  EXPECT_EQ(contents_of(folder.path() / "a.example/notes.md"), "mine");
  EXPECT_EQ(files_in(folder.path()).size(), 2U);
}

TEST(MarkdownFiles, NoTitleAndNoHostLeadsOut) {
  const TemporaryFolder folder;
  const fs::path inner = folder.path() / "inner";
  std::vector<StoredArticle> articles;
  for (const std::string& title : hostile_titles()) {
    articles.push_back(stored(titled(title, title), title));
    articles.back().host = title;
  }
  EXPECT_EQ(export_to(inner, articles).files_written, articles.size());
  EXPECT_EQ(files_in(inner).size(), articles.size());
  EXPECT_EQ(files_in(folder.path()).size(), articles.size()) << "all of them within";
  EXPECT_EQ(export_to(inner, articles).files_unchanged, articles.size());
}

TEST(MarkdownFiles, EqualTitlesOfOneDayAreDifferentFiles) {
  const TemporaryFolder folder;
  export_to(folder.path(),
            {stored(titled("Ships"), "https://a.example/1"), stored(titled("SHIPS"), "https://a.example/2"),
             stored(titled("Ships"), "https://a.example/A"), stored(titled("Ships"), "https://a.example/a")});
  std::vector<std::string> names = files_in(folder.path());
  for (std::string& name : names) std::transform(name.begin(), name.end(), name.begin(), ::tolower);
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::unique(names.begin(), names.end()) - names.begin(), 4);
}

TEST(MarkdownFiles, AnArticleOfNothingIsAFileOfLittle) {
  const TemporaryFolder folder;
  StoredArticle article;
  article.article.json = "{}";
  export_to(folder.path(), {article});
  const Names names = files_in(folder.path());
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names[0].substr(0, 23), "local/undated-untitled-");
  EXPECT_EQ(contents_of(folder.path() / names[0]), "---\nkind: \"article\"\ncompleteness: \"full\"\n---\n");
}

TEST(MarkdownFiles, AWrongTargetIsAnError) {
  const TemporaryFolder folder;
  const std::string file = folder.write("file", "mine");
  EXPECT_EQ(error_of([] { MarkdownFiles files(""); }),
            "standard output: Markdown files need a folder: name one");
  EXPECT_EQ(error_of([&] { MarkdownFiles files(file); }), file + ": is a file, not a folder");
  const std::string deep = folder.path() / "no" / "where";
  EXPECT_EQ(error_of([&] { MarkdownFiles files(deep); }),
            deep + ": the folder cannot be made: No such file or directory");
  folder.write("a.example", "mine");
  EXPECT_EQ(error_of([&] { export_to(folder.path(), {stored(titled("One"))}); }),
            (folder.path() / "a.example").string() + ": is a file, not a folder");
}

/// While it lives no file can grow beyond some bytes: a disk that is full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_{};
};

TEST(MarkdownFiles, AFullDiskLeavesWhatWasThereAndNoPieces) {
  const TemporaryFolder folder;
  export_to(folder.path(), {stored(titled("One", "before"))});
  const Names names = files_in(folder.path());
  ASSERT_EQ(names.size(), 1U);
  std::string problem;
  {
    const FullDisk full(20);
    problem = error_of([&] { export_to(folder.path(), {stored(titled("One", "after"))}); });
  }
  EXPECT_EQ(problem, (folder.path() / names[0]).string() + ": cannot be written: File too large");
  EXPECT_EQ(files_in(folder.path()), names);
  EXPECT_NE(contents_of(folder.path() / names[0]).find("before"), std::string::npos);
}

}  // namespace
}  // namespace pith
