#include "core/archive/warc_pages.hpp"

#include <gtest/gtest.h>

#include "tests/core/archive/read_warc.hpp"
#include "tests/core/archive/warc_text.hpp"

namespace pith {
namespace {

using Texts = std::vector<std::string>;

ReadWarc read(const Texts& records, const Limits& limits = {}) {
  return ReadWarc(stream_of(gzip_members(records)), limits);
}

TEST(WarcPages, TakesThePageOfAResponse) {
  const auto warc =
      read({warc_response("https://example.com/a", http("<p>a", "Content-Type: text/html\r\nX: y\r\n"))});
  ASSERT_EQ(warc.pages.size(), 1U);
  const ArchivedPage& found = warc.pages[0];
  EXPECT_EQ(found.page.url, "https://example.com/a");
  EXPECT_EQ(found.page.final_url, "");
  EXPECT_EQ(found.page.status, 200);
  EXPECT_EQ(found.page.header("x"), "y");
  EXPECT_EQ(found.page.fetched_at, "2024-05-01T10:00:00Z");
  EXPECT_EQ(found.page.bytes, "<p>a");
  EXPECT_EQ(found.id, "urn:uuid:https://example.com/a");
  EXPECT_EQ(found.where, "0");
  EXPECT_EQ(found.error, "");
  EXPECT_EQ(warc.source.problem(), "");
  EXPECT_EQ(warc.source.counts().text(), "");
}

TEST(WarcPages, PassesOverSitemaps) {
  const auto warc =
      read({warc_response("https://example.com/s", http("<urlset></urlset>", "Content-Type: text/xml\r\n")),
            warc_response("https://example.com/f", http("<rss></rss>", "Content-Type: text/xml\r\n"))});
  EXPECT_EQ(warc.urls(), Texts{"https://example.com/f"});
}

/// wget before 1.21 wrote the URL as <http://...>, a mistake in the grammar of ISO 28500:2009.
TEST(WarcPages, TakesTheAngleBracketsOffAUrl) {
  EXPECT_EQ(read({warc_page("<http://example.com/a>", "<p>a")}).urls(), Texts{"http://example.com/a"});
}

TEST(WarcPages, TakesThePageOfAResource) {
  const auto warc = read(
      {warc_record("resource", {"WARC-Target-URI: file:///a.html", "Content-Type: text/html; charset=utf-8"},
                   "<p>a"),
       warc_record("resource", {"WARC-Target-URI: urn:b"}, "<html><p>b"),
       warc_record("resource", {"WARC-Target-URI: urn:c", "Content-Type: text/plain"}, "a log")});
  EXPECT_EQ(warc.urls(), (Texts{"file:///a.html", "urn:b"}));
  EXPECT_EQ(warc.pages[0].page.bytes, "<p>a");
  EXPECT_EQ(warc.pages[0].page.header("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(warc.pages[0].page.status, 0);
  EXPECT_EQ(warc.source.counts().text(), "1 file that is no page passed over");
}

TEST(WarcPages, CountsWhatIsNoPage) {
  const auto warc = read({
      warc_record("warcinfo", {"Content-Type: application/warc-fields"}, "software: x\r\n"),
      warc_record("request", {"Content-Type: application/http; msgtype=request"}, "GET / HTTP/1.1\r\n\r\n"),
      warc_record("response", {"WARC-Target-URI: dns:example.com", "Content-Type: text/dns"},
                  "20240501\nexample.com. 1 IN A 192.0.2.1\n"),
      warc_page("https://example.com/a", "<p>a"),
      warc_response("https://example.com/a.png", http("\x89PNG", "Content-Type: image/png\r\n")),
      warc_response("https://example.com/old", http("", "Location: /a\r\n", "301 Moved")),
      warc_response("https://example.com/new", http("", "", "304 Not Modified")),
      warc_response("https://example.com/none",
                    http("<p>none", "Content-Type: text/html\r\n", "404 Not Found")),
      warc_response("https://example.com/down", http("<p>down", "Content-Type: text/html\r\n", "503 Down")),
      warc_record(
          "revisit",
          {"WARC-Target-URI: https://example.com/a", "Content-Type: application/http; msgtype=response"},
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
      warc_record("metadata", {}, "via: x"),
  });
  EXPECT_EQ(warc.urls(), Texts{"https://example.com/a"});
  EXPECT_EQ(warc.source.counts().text(),
            "1 file that is no page, 2 redirects, 2 HTTP errors, 1 revisit, 4 other records passed over");
  EXPECT_EQ(warc.source.lost(), 0U);
}

TEST(WarcPages, UndoesChunksAndCompression) {
  const std::string packed = gzip_bytes("<p>packed");
  const auto warc =
      read({warc_response(
                "https://example.com/a",
                http("4\r\n<p>a\r\n0\r\n\r\n", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")),
            warc_response("https://example.com/b",
                          http("<p>b", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")),
            warc_response("https://example.com/c",
                          http(packed, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"))});
  ASSERT_EQ(warc.pages.size(), 3U);
  EXPECT_EQ(warc.pages[0].page.bytes, "<p>a");
  EXPECT_EQ(warc.pages[1].page.bytes, "<p>b") << "the archiver had taken the chunks off";
  EXPECT_EQ(warc.pages[2].page.bytes, "<p>packed");
}

/// SHA-1 of "<p>a" and of "4\r\n<p>a\r\n0\r\n\r\n", in Base32: some programs take the one, some the other.
TEST(WarcPages, CountsPagesWithAnotherDigestThanTheirs) {
  const std::string chunked =
      http("4\r\n<p>a\r\n0\r\n\r\n", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n");
  const auto with = [&](const std::string& block, const std::string& digest) {
    const auto warc =
        read({warc_response("https://example.com/a", block, {"WARC-Payload-Digest: " + digest})});
    EXPECT_EQ(warc.pages.size(), 1U);
    return warc.source.counts().damage();
  };
  const std::string body = "sha1:CFOGPAY55CXZY3KEUHG3V5BKMHMZCX7R";
  const std::string as_sent = "sha1:UGDGM3M74Q24C75SZZ52GUP5X4UXHEBI";
  EXPECT_EQ(with(http("<p>a"), body), "");
  EXPECT_EQ(with(chunked, body), "");
  EXPECT_EQ(with(chunked, as_sent), "");
  EXPECT_EQ(with(http("<p>b"), body), "1 page has another digest than its record says");
  EXPECT_EQ(with(http("<p>b"), "new:abc"), "") << "an algorithm nobody knows";
}

TEST(WarcPages, KeepsAPageWhoseBodyBreaksOff) {
  const auto warc =
      read({warc_response("https://example.com/a",
                          http("9\r\n<p>a", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"))});
  ASSERT_EQ(warc.pages.size(), 1U);
  EXPECT_EQ(warc.pages[0].page.bytes, "<p>a");
  EXPECT_EQ(warc.source.counts().text(), "1 page breaks off in its HTTP encoding");
}

TEST(WarcPages, KeepsNoMoreOfAPageThanItsLimit) {
  Limits limits;
  limits.bytes = 1000;
  const auto warc = read({warc_page("https://example.com/a", std::string(3 << 20, 'a')),
                          warc_record("resource", {"Content-Type: text/html"}, std::string(5000, 'b')),
                          warc_page("https://example.com/c", "<p>c")},
                         limits);
  ASSERT_EQ(warc.pages.size(), 3U);
  EXPECT_EQ(warc.pages[0].page.bytes.size(), 1001U) << "a byte more says that there was more";
  EXPECT_EQ(warc.pages[1].page.bytes.size(), 1001U);
  EXPECT_EQ(warc.pages[2].page.bytes, "<p>c");
}

TEST(WarcPages, SaysWhichRecordsCannotBeUsed) {
  const auto warc =
      read({warc_response("https://example.com/a", "no HTTP"),
            warc_response("https://example.com/b", http("<p>the beginning"), {"WARC-Segment-Number: 1"}),
            warc_record("continuation", {"WARC-Segment-Number: 2"}, "the rest")});
  ASSERT_EQ(warc.pages.size(), 3U);
  EXPECT_EQ(warc.pages[0].error, "no HTTP response in it");
  EXPECT_EQ(warc.pages[0].page.url, "https://example.com/a");
  EXPECT_EQ(warc.pages[1].error, "a record in segments, which are not put together");
  EXPECT_EQ(warc.source.lost(), 3U);
  EXPECT_EQ(warc.source.problem(), "");
}

TEST(WarcPages, SaysWhatWasLost) {
  const std::string a = warc_page("https://example.com/a", "<p>a");
  const std::string b = warc_page("https://example.com/b", "<p>b");
  const auto problem = [](const std::string& bytes) { return ReadWarc(stream_of(bytes)).source.problem(); };
  EXPECT_EQ(problem(a + b), "");
  EXPECT_EQ(problem(a + b.substr(0, 100)),
            "1 record lost in damaged places (100 bytes); it breaks off in the last one");
  EXPECT_EQ(problem("junk\n" + a), "1 record lost in damaged places (5 bytes)");
  const std::string packed = gzip_bytes(a);
  EXPECT_EQ(problem(packed.substr(0, packed.size() - 1)), "breaks off behind its last record");
  EXPECT_EQ(problem("<html>"), "holds no WARC record");
  EXPECT_EQ(problem(""), "is empty");
}

}  // namespace
}  // namespace pith
