#include "core/export/file_name.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "core/render/utf8.hpp"
#include "tests/core/export/stored_articles.hpp"

namespace pith {
namespace {

using namespace test;

TEST(FileName, AHostIsAFolder) {
  EXPECT_EQ(host_folder("www.Example.COM"), "www.example.com");
  EXPECT_EQ(host_folder("xn--bcher-kva.example"), "xn--bcher-kva.example");
  EXPECT_EQ(host_folder("127.0.0.1:8080"), "127.0.0.1_8080");
  EXPECT_EQ(host_folder("[::1]"), "___1_");
  EXPECT_EQ(host_folder(""), "local");
}

TEST(FileName, NoHostLeadsAnywhereElse) {
  EXPECT_EQ(host_folder("."), "local");
  EXPECT_EQ(host_folder(".."), "local");
  EXPECT_EQ(host_folder("../../etc"), "_.._etc");
  EXPECT_EQ(host_folder("/etc/passwd"), "_etc_passwd");
  EXPECT_EQ(host_folder("a\\b"), "a_b");
  EXPECT_EQ(host_folder(".hidden"), "hidden");
  EXPECT_EQ(host_folder("a.example."), "a.example");
  EXPECT_EQ(host_folder("b\u00FCcher.example"), "b__cher.example");
  EXPECT_EQ(host_folder(std::string_view("a\0b\n", 4)), "a_b_");
  EXPECT_EQ(host_folder(std::string(300, 'h')).size(), 100U);
}

// Microsoft: "Naming Files, Paths, and Namespaces".
TEST(FileName, NoHostIsADevice) {
  EXPECT_EQ(host_folder("con"), "_con");
  EXPECT_EQ(host_folder("AUX.example"), "_aux.example");
  EXPECT_EQ(host_folder("com1.example"), "_com1.example");
  EXPECT_EQ(host_folder("lpt9"), "_lpt9");
  EXPECT_EQ(host_folder("com"), "com");
  EXPECT_EQ(host_folder("console.example"), "console.example");
}

TEST(FileName, ATitleIsItsWordsInSmallLetters) {
  EXPECT_EQ(slug_of("Ships Wait Off the Coast"), "ships-wait-off-the-coast");
  EXPECT_EQ(slug_of("  What's next?! 3.5 % -- \u201CMore\u201D ships "), "whats-next-3-5-more-ships");
  EXPECT_EQ(slug_of("\u0416\u0414\u0423\u0422 \u041A\u043E\u0440\u0430\u0431\u043B\u0438"),
            "\u0436\u0434\u0443\u0442-\u043A\u043E\u0440\u0430\u0431\u043B\u0438");
  EXPECT_EQ(slug_of("\u8239\u5728\u7B49\u3002"), "\u8239\u5728\u7B49");
  EXPECT_EQ(slug_of("\u0E01\u0E33\u0E25\u0E31\u0E07"), "\u0E01\u0E33\u0E25\u0E31\u0E07")
      << "marks belong to words";
}

// Unicode Standard Annex 15.
TEST(FileName, OneTitleInTwoFormsIsOneName) {
  EXPECT_EQ(slug_of("Caf\u00E9"), "caf\u00E9");
  EXPECT_EQ(slug_of("Cafe\u0301"), "caf\u00E9");
  EXPECT_EQ(slug_of("CAFE\u0301"), "caf\u00E9");
}

TEST(FileName, NothingInATitleIsMoreThanALetter) {
  EXPECT_EQ(slug_of("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(slug_of(".."), "untitled");
  EXPECT_EQ(slug_of(""), "untitled");
  EXPECT_EQ(slug_of("\U0001F6A2\u2764\uFE0F"), "untitled");
  EXPECT_EQ(slug_of("a\u202Eb\u202C\u00ADc\u200Dd"), "abcd")
      << "neither controls of direction nor soft hyphens";
  EXPECT_EQ(slug_of(std::string_view("a\0b\nc\xFF", 6)), "a-b-c");
}

TEST(FileName, ALongTitleIsCutBetweenWords) {
  EXPECT_EQ(slug_of("one two three four five six seven eight nine ten eleven twelve thirteen"),
            "one-two-three-four-five-six-seven-eight-nine-ten-eleven");
  EXPECT_EQ(slug_of(std::string(5000, 'x')), std::string(60, 'x'));
  std::string han;
  for (int count = 0; count < 900; ++count) han += "\u8239";
  EXPECT_EQ(slug_of(han), han.substr(0, 60));
  EXPECT_EQ(slug_of("a" + han), "a" + han.substr(0, 57)) << "never within a character";
}

TEST(FileName, HasTheDayItWasPublished) {
  Article article = titled("Ships wait");
  EXPECT_EQ(article_file_name(article, "4q8y"), "undated-ships-wait-4q8y.md");
  article.published = day(2025, 8, 1);
  EXPECT_EQ(article_file_name(article, "4q8y"), "2025-08-01-ships-wait-4q8y.md");
  article.published = day(0, 8, 1);
  EXPECT_EQ(article_file_name(article, "4q8y"), "undated-ships-wait-4q8y.md");
  article.published = day(12025, 8, 1);
  EXPECT_EQ(article_file_name(article, "4q8y"), "undated-ships-wait-4q8y.md");
}

TEST(FileName, OfAnyTitleIsShortAndStaysWhereItIs) {
  for (const std::string& title : hostile_titles()) {
    Article article = titled(title);
    article.published = day(2025, 8, 1);
    const std::string name = article_file_name(article, "4q8yz1m7k2ca");
    EXPECT_LE(name.size(), 87U);
    EXPECT_EQ(valid_utf8(name), name);
    EXPECT_EQ(name.find_first_of("/\\:*?\"<>|\n\t ~$"), std::string::npos) << name;
    EXPECT_EQ(std::filesystem::path(name).filename().string(), name);
  }
}

}  // namespace
}  // namespace pith
