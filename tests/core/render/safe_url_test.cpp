#include "core/render/safe_url.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(SafeUrl, WebAndMailAddressesStayAsTheyAre) {
  EXPECT_EQ(safe_url("https://a.example/p?q=1&r=2#s"), "https://a.example/p?q=1&r=2#s");
  EXPECT_EQ(safe_url("HTTP://a.example/"), "HTTP://a.example/");
  EXPECT_EQ(safe_url(" https://a.example/ "), "https://a.example/");
  EXPECT_EQ(safe_url("mailto:desk@a.example"), "mailto:desk@a.example");
}

TEST(SafeUrl, EverythingElseIsDropped) {
  for (const char* url :
       {"javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "\x01javascript:alert(1)",
        "java\tscript:alert(1)", "java\nscript:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:x",
        "data:text/html;base64,PHNjcmlwdD4=", "vbscript:x", "file:///etc/passwd", "ftp://a.example/",
        "//a.example/", "/path", "#fragment", "", "https://", "mailto:", "http:/a.example"}) {
    EXPECT_EQ(safe_url(url), "") << url;
  }
}

TEST(SafeUrl, WhatCouldEndAnAttributeOrALinkIsPercentEncoded) {
  EXPECT_EQ(safe_url("https://a.example/\"onclick=\"x"), "https://a.example/%22onclick=%22x");
  EXPECT_EQ(safe_url("https://a.example/a b\n<c>`"), "https://a.example/a%20b%0A%3Cc%3E%60");
}

TEST(SafeUrl, PicturesComeFromTheWebOnly) {
  EXPECT_EQ(safe_image_url("https://a.example/p.jpg"), "https://a.example/p.jpg");
  EXPECT_EQ(safe_image_url("mailto:desk@a.example"), "");
  EXPECT_EQ(safe_image_url("data:image/svg+xml,<svg onload=x()>"), "");
}

}  // namespace
}  // namespace pith
