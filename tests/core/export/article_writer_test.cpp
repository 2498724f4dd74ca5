#include "core/export/article_writer.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "core/export/stored_article_reader.hpp"
#include "tests/core/export/fixture_articles.hpp"
#include "tests/core/export/stored_articles.hpp"
#include "tests/support/error_of.hpp"

namespace pith {
namespace {

namespace fs = std::filesystem;
using namespace test;

/// All but the one that writes a folder.
class FileFormat : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Each, FileFormat, testing::Values("jsonl", "csv", "html", "atom"));

TEST(ArticleWriter, KnowsFiveFormats) {
  EXPECT_EQ(export_formats(), (std::vector<std::string>{"jsonl", "markdown", "csv", "html", "atom"}));
  const TemporaryFolder folder;
  for (const std::string& format : export_formats()) {
    const auto writer = make_article_writer(format, folder.path() / ("out." + format));
    for (const StoredArticle& article : fixture_articles()) writer->write(article);
    writer->finish();
    EXPECT_EQ(writer->counts().articles, fixture_articles().size());
  }
  EXPECT_GT(fixture_articles().size(), 60U) << "the plugins were not found";
}

TEST(ArticleWriter, AnUnknownFormatIsAnErrorWithTheNearest) {
  EXPECT_EQ(
      error_of([] { make_article_writer("json", "out"); }),
      "no format named 'json' (did you mean 'jsonl'?): formats are jsonl, markdown, csv, html and atom");
}

TEST_P(FileFormat, IsThereWhenItIsCompleteAndNotBefore) {
  const TemporaryFolder folder;
  const std::string path = folder.write("out", "before");
  {
    const auto writer = make_article_writer(GetParam(), path);
    writer->write(stored(titled("One")));
    EXPECT_EQ(contents_of(path), "before");
  }
  EXPECT_EQ(contents_of(path), "before") << "given up";
  const auto writer = make_article_writer(GetParam(), path);
  writer->write(stored(titled("One")));
  writer->finish();
  EXPECT_NE(contents_of(path), "before");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1)
      << "no pieces are left beside it";
}

TEST_P(FileFormat, AWrongTargetIsAnError) {
  const TemporaryFolder folder;
  const std::string here = folder.path();
  EXPECT_EQ(error_of([&] { make_article_writer(GetParam(), here); }), here + ": is a folder, not a file");
  const std::string nowhere = folder.path() / "no" / "where";
  EXPECT_EQ(error_of([&] { make_article_writer(GetParam(), nowhere); }),
            nowhere + ": cannot be written: No such file or directory");
}

TEST_P(FileFormat, AFullDiskIsAnError) {
  EXPECT_EQ(error_of([] {
              const auto writer = make_article_writer(GetParam(), "/dev/full");
              writer->write(stored(titled("One")));
              writer->finish();
            }),
            "/dev/full: cannot be written: No space left on device");
}

TEST_P(FileFormat, NothingAndAHyphenAreStandardOutput) {
  for (const std::string target : {"", "-"}) {
    testing::internal::CaptureStdout();
    const auto writer = make_article_writer(GetParam(), target);
    writer->write(stored(titled("One")));
    writer->finish();
    EXPECT_EQ(testing::internal::GetCapturedStdout(), exported(GetParam(), {stored(titled("One"))}));
  }
}

TEST_P(FileFormat, ADamagedArticleIsNamedAndTheNextOneWritten) {
  const TemporaryFolder folder;
  const std::string path = folder.path() / "out";
  const auto writer = make_article_writer(GetParam(), path);
  StoredArticle damaged = stored(titled("Damaged"), "https://a.example/damaged");
  damaged.article.json.resize(damaged.article.json.size() / 2);
  EXPECT_THROW(writer->write(damaged), UnreadableArticle);
  EXPECT_EQ(error_of([&] { writer->write(damaged); }).substr(0, 63),
            "https://a.example/damaged: the stored article cannot be read: n");
  writer->write(stored(titled("Sound")));
  writer->finish();
  EXPECT_EQ(writer->counts().articles, 1U);
  EXPECT_EQ(contents_of(path), exported(GetParam(), {stored(titled("Sound"))}));
}

TEST_P(FileFormat, TheSameArticlesGiveTheSameBytes) {
  EXPECT_EQ(exported(GetParam(), fixture_articles()), exported(GetParam(), fixture_articles()));
}

}  // namespace
}  // namespace pith
