#include "core/text/without_credentials.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(WithoutCredentials, LeavesOutUserAndPassword) {
  EXPECT_EQ(without_credentials("https://user:secret@example.com/a?b#c"), "https://example.com/a?b#c");
  EXPECT_EQ(without_credentials("HTTP://user@example.com:81"), "HTTP://example.com:81");
  EXPECT_EQ(without_credentials("postgresql://user:secret@host/base"), "postgresql://host/base");
  EXPECT_EQ(without_credentials("https://user:sec@ret@example.com/"), "https://example.com/");
  EXPECT_EQ(without_credentials("https://user:secret@[::1]:81/"), "https://[::1]:81/");
}

// What browsers and libcurl take for a URL all the same, and what is none.
TEST(WithoutCredentials, FindsThemInOddSpellings) {
  for (const char* slashes : {"/", "//", "///", "\\\\", "/\\"}) {
    const std::string begin = std::string(" https:") + slashes;
    EXPECT_EQ(without_credentials(begin + "user:secret@example.com\\a"), begin + "example.com\\a");
  }
  EXPECT_EQ(without_credentials("https://user:secret@"), "https://");
  EXPECT_EQ(without_credentials("https://user:secret@a b c"), "https://a b c");
  EXPECT_EQ(without_credentials("user:secret@example.com/feed"), "example.com/feed");
  EXPECT_EQ(without_credentials("https:user:secret@example.com"), "https:example.com");
  EXPECT_EQ(without_credentials("htp:/user:secret@example.com/a"), "htp:/example.com/a");
}

TEST(WithoutCredentials, LeavesTheRestAsItIs) {
  for (const char* text : {"", ":", "https://", "https://example.com/@user?mail=a@b.example", "page.html",
                           "mailto:user@example.com", "file:///home/a@b/c.html", "file:/a@b.html",
                           "https:user@example.com", "pages/1:2@3.html", "example.com:81/a@b"}) {
    EXPECT_EQ(without_credentials(text), text);
  }
}

}  // namespace
}  // namespace pith
