#include "core/archive/http_response.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

TEST(HttpResponse, HasStatusHeadersAndBody) {
  const auto response = read_http_response("HTTP/1.1 404 Not Found\r\nServer: x\r\n\r\nbody\r\n");
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 404);
  EXPECT_EQ(field_of(response->headers, "server"), "x");
  EXPECT_EQ(response->body, "body\r\n");
}

TEST(HttpResponse, IsReadAsProgramsWriteIt) {
  EXPECT_EQ(read_http_response("HTTP/2 200\n\nbody")->body, "body");
  EXPECT_EQ(read_http_response("HTTP/1.0  301\r\nA: b\r\n\r\n")->status, 301);
  EXPECT_EQ(read_http_response("HTTP/1.1 200 OK\r\n\r\n")->body, "");
  EXPECT_EQ(read_http_response("HTTP/1.1 200 OK\r\nA: b")->body, "");
  EXPECT_EQ(read_http_response("HTTP/1.1 200")->status, 200);
}

TEST(HttpResponse, IsNothingElse) {
  for (const char* bytes :
       {"", "HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 OK", "HTTP/1.1 99 Odd", "ICY 200 OK", "<html>"})
    EXPECT_FALSE(read_http_response(bytes)) << bytes;
}

}  // namespace
}  // namespace pith
