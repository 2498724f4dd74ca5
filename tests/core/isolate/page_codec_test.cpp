#include "core/isolate/page_codec.hpp"

#include <gtest/gtest.h>

#include "pith/error.hpp"

namespace pith {
namespace {

Page sample() {
  Page page;
  page.url = "https://example.com/a";
  page.final_url = "https://example.com/b";
  page.status = 404;
  page.headers = {{"Content-Type", "text/html"}, {"X", ""}};
  page.fetched_at = "2025-08-01T12:30:00Z";
  page.bytes = "<p>text</p>";
  return page;
}

TEST(PageCodec, EverythingButTheBytesComesBack) {
  const PageFront front = decode_page_front(encode_page_front(sample()));
  EXPECT_EQ(front.page.url, sample().url);
  EXPECT_EQ(front.page.final_url, sample().final_url);
  EXPECT_EQ(front.page.status, 404);
  EXPECT_EQ(front.page.headers, sample().headers);
  EXPECT_EQ(front.page.fetched_at, sample().fetched_at);
  EXPECT_EQ(front.page.bytes, "");
  EXPECT_EQ(front.bytes, 11U);
}

TEST(PageCodec, WhatBreaksOffIsNoPage) {
  const std::string whole = encode_page_front(sample());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_THROW(decode_page_front(std::string_view(whole).substr(0, size)), Error) << size;
  }
  EXPECT_THROW(decode_page_front(whole + "x"), Error);
}

}  // namespace
}  // namespace pith
