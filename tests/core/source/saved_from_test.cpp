#include "core/source/saved_from.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(SavedFrom, ReadsTheCommentOfBrowsers) {
  EXPECT_EQ(saved_from_url(
                "<!DOCTYPE html>\r\n<!-- saved from url=(0029)https://example.com/a/story-1 -->\r\n<html>"),
            "https://example.com/a/story-1");
  EXPECT_EQ(saved_from_url("<html><!-- saved from url=(0021)http://example.com/a --><p>"),
            "http://example.com/a");
}

TEST(SavedFrom, BelievesTheLengthOnlyWhereItFits) {
  EXPECT_EQ(saved_from_url("<!-- saved from url=(0002)https://example.com/ -->"), "https://example.com/");
  EXPECT_EQ(saved_from_url("<!-- saved from url=(9999)https://example.com/ -->"), "https://example.com/");
  EXPECT_EQ(saved_from_url("<!-- saved from url=(0024)https://example.com/a--b-->"),
            "https://example.com/a--b");
}

TEST(SavedFrom, ReadsTheCommentOfSingleFile) {
  EXPECT_EQ(saved_from_url("<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: "
                           "https://example.com/story \n saved date: Mon Jan 01 2024\n-->"),
            "https://example.com/story");
}

TEST(SavedFrom, IsEmptyForEverythingElse) {
  for (const char* page :
       {"", "<p>saved from url=(0021)https://example.com/", "<!-- saved from url=(0014)about:internet -->",
        "<!-- saved from url=(00", "<!-- saved from url=", "<!--",
        "<!-- saved from url=(0022)file:///C:/a.html -->", "<!-- Page saved with SingleFile -->"})
    EXPECT_EQ(saved_from_url(page), "") << page;
}

}  // namespace
}  // namespace pith
