#include "core/archive/page_type.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(PageType, TakesPagesAndFeeds) {
  for (const char* type :
       {"text/html", "TEXT/HTML; charset=utf-8", "application/xhtml+xml", "application/rss+xml",
        "application/atom+xml", "text/xml", "application/xml", "application/feed+json"})
    EXPECT_TRUE(is_page(type, "")) << type;
}

TEST(PageType, TakesNothingElse) {
  for (const char* type : {"image/png", "image/svg+xml", "text/css", "application/javascript",
                           "application/json", "application/pdf", "video/mp4", "font/woff2"})
    EXPECT_FALSE(is_page(type, "<!doctype html><p>")) << type;
}

TEST(PageType, LooksAtTheBytesWhereTheTypeSaysNothing) {
  for (const char* type : {"", "html", "application/octet-stream", "text/plain; charset=utf-8"}) {
    EXPECT_TRUE(is_page(type, "\xef\xbb\xbf \r\n<!DOCTYPE HTML><p>")) << type;
    EXPECT_TRUE(is_page(type, "<!-- made by hand --><html>")) << type;
    EXPECT_TRUE(is_page(type, "<?xml version='1.0'?><rss>")) << type;
    EXPECT_FALSE(is_page(type, "User-agent: *\nDisallow:\n")) << type;
    EXPECT_FALSE(is_page(type, "\x89PNG\r\n")) << type;
    EXPECT_FALSE(is_page(type, "")) << type;
  }
}

}  // namespace
}  // namespace pith
