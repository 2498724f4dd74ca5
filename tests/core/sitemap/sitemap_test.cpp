#include "core/sitemap/sitemap.hpp"

#include <gtest/gtest.h>

#include "tests/support/gzip_bytes.hpp"

namespace pith {
namespace {

using Texts = std::vector<std::string>;

Page page_of(const std::string& bytes, const std::string& type = "application/xml",
             const std::string& url = "https://example.com/sitemap.xml") {
  Page page;
  page.url = url;
  page.headers = {{"Content-Type", type}};
  page.bytes = bytes;
  return page;
}

SitemapContents read(const std::string& bytes, const std::string& type = "application/xml") {
  return read_sitemap(page_of(bytes, type));
}

Texts urls_of(const SitemapContents& contents) {
  Texts urls;
  for (const auto& entry : contents.entries)
    urls.push_back(entry.url + (entry.lastmod.empty() ? "" : " " + entry.lastmod));
  return urls;
}

constexpr const char* head =
    "<?xml version='1.0' encoding='UTF-8'?>\n<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\n";

std::string urlset(const std::string& entries) {
  return head + entries + "</urlset>\n";
}

std::string entry(const std::string& loc) {
  return "<url><loc>" + loc + "</loc></url>";
}

/// sitemaps.org/protocol.html, "XML tag definitions"
TEST(Sitemap, HasUrlsAndTheirTimes) {
  const auto contents =
      read(urlset("<url>\n<loc>\n https://example.com/a?b=1&amp;c=2 </loc><lastmod> 2024-05-01 </lastmod>"
                  "<changefreq>daily</changefreq><priority>0.8</priority></url>" +
                  entry("https://example.com/b")));
  EXPECT_FALSE(contents.is_index);
  EXPECT_EQ(urls_of(contents), (Texts{"https://example.com/a?b=1&c=2 2024-05-01", "https://example.com/b"}));
  EXPECT_EQ(contents.problem, "");
}

/// sitemaps.org/protocol.html, "Using Sitemap index files"
TEST(Sitemap, MayBeAnIndexOfOthers) {
  const auto contents = read(
      "<sitemapindex "
      "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>https://example.com/1.xml.gz</loc>"
      "<lastmod>2024-10-01T18:23:17+00:00</lastmod></sitemap></sitemapindex>");
  EXPECT_TRUE(contents.is_index);
  EXPECT_EQ(urls_of(contents), (Texts{"https://example.com/1.xml.gz 2024-10-01T18:23:17+00:00"}));
}

TEST(Sitemap, MayBeCompressed) {
  EXPECT_EQ(urls_of(read(gzip_bytes(urlset(entry("https://example.com/a"))), "application/gzip")),
            Texts{"https://example.com/a"});
}

/// sitemaps.org/protocol.html, "Text file"
TEST(Sitemap, MayBeText) {
  const auto contents =
      read("\xef\xbb\xbfhttps://example.com/a\r\n\r\nhttps://example.com/b\nnothing\n", "text/plain");
  EXPECT_EQ(urls_of(contents), (Texts{"https://example.com/a", "https://example.com/b"}));
  EXPECT_EQ(contents.problem, "1 entry without an http or https URL");
}

TEST(Sitemap, PassesOverExtensions) {
  const auto contents = read(
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:image='i' xmlns:news='n' "
      "xmlns:xhtml='x'><url>"
      "<image:image><image:loc>https://example.com/a.jpg</image:loc></image:image>"
      "<loc>https://example.com/a</loc>"
      "<news:news><news:publication><news:name>X</news:name></news:publication><news:title>A &amp; "
      "B</news:title></news:news>"
      "<xhtml:link rel='alternate' hreflang='de' href='https://example.com/de/a'/></url></urlset>");
  EXPECT_EQ(urls_of(contents), Texts{"https://example.com/a"});
  EXPECT_EQ(contents.problem, "");
}

TEST(Sitemap, MayUseAPrefixOrNoNamespace) {
  EXPECT_EQ(urls_of(read("<s:urlset "
                         "xmlns:s='http://www.google.com/schemas/sitemap/0.84'><s:url><s:loc>https://"
                         "example.com/a</s:loc></s:url></s:urlset>")),
            Texts{"https://example.com/a"});
  EXPECT_EQ(urls_of(read("<urlset><url><loc><![CDATA[https://example.com/a?b=1&c=2]]></loc></url></urlset>")),
            Texts{"https://example.com/a?b=1&c=2"});
  EXPECT_EQ(urls_of(read("<urlset><url><image:loc>https://example.com/i.jpg</image:loc><loc>https://"
                         "example.com/a</loc></url></urlset>")),
            Texts{"https://example.com/a"})
      << "a prefix that nobody declared is one all the same";
}

// ---- ill-formed ----------------------------------------------------------------------------------------

TEST(Sitemap, IsReadAsFarAsItMakesSense) {
  const struct {
    const char* what;
    std::string bytes;
    Texts urls;
    bool is_told = true;
  } cases[] = {
      {"bare ampersands",
       urlset(entry("https://example.com/a?b=1&c=2&copy=3")),
       {"https://example.com/a?b=1&c=2&copy=3"}},
      {"junk before it",
       "\n\n<br />Warning: x\n" + urlset(entry("https://example.com/a")),
       {"https://example.com/a"},
       false},
      {"stray angle brackets",
       urlset("<priority>1 < 2</priority>" + entry("https://example.com/a") + "<<" +
              entry("https://example.com/b")),
       {"https://example.com/a", "https://example.com/b"}},
      {"control characters",
       urlset(entry("https://example.com/\x01"
                    "a")),
       {"https://example.com/a"}},
      {"end tags that are missing",
       urlset(
           "<url><loc>https://example.com/a<lastmod>2024-05-01</url><url><loc>https://example.com/b</loc>"),
       {"https://example.com/a 2024-05-01", "https://example.com/b"}},
      {"end tags that are wrong",
       urlset("<url><loc>https://example.com/a</link></url><url><loc>https://example.com/b</loc></urls>"),
       {"https://example.com/a", "https://example.com/b"}},
      {"an end within an entry",
       head + entry("https://example.com/a") + "<url><loc>https://example.com/b</loc><last",
       {"https://example.com/a", "https://example.com/b"}},
      {"an end within a URL",
       head + entry("https://example.com/a") + "<url><loc>https://example.com/b",
       {"https://example.com/a"}},
      {"bytes that are no UTF-8",
       urlset(entry("https://example.com/a") + "<x>\xff\xfe</x>" + entry("https://example.com/b")),
       {"https://example.com/a", "https://example.com/b"},
       false},
  };
  for (const auto& example : cases) {
    const auto contents = read(example.bytes);
    EXPECT_EQ(urls_of(contents), example.urls) << example.what;
    const bool told = contents.problem == "ill-formed: read as far as it makes sense";
    EXPECT_EQ(told, example.is_told) << example.what << ": " << contents.problem;
  }
}

TEST(Sitemap, IsReadInWhateverCharset) {
  const std::string text = "<urlset><url><loc>https://example.com/a</loc></url></urlset>";
  std::string wide = "\xff\xfe";
  for (const char c : text) wide += std::string{c, '\0'};
  EXPECT_EQ(urls_of(read(wide)), Texts{"https://example.com/a"});
  EXPECT_EQ(urls_of(read(
                "<?xml version='1.0' "
                "encoding='iso-8859-1'?><urlset><url><loc>https://example.com/caf\xe9</loc></url></urlset>")),
            Texts{"https://example.com/caf%C3%A9"});
  EXPECT_EQ(urls_of(read("<?xml version='1.0' encoding='utf-16'?>" + text)), Texts{"https://example.com/a"})
      << "which it is not";
}

TEST(Sitemap, ReadsWhatThereIsOfCompressedDataThatBreaksOff) {
  std::string entries;
  for (int i = 0; i < 5000; ++i) entries += entry("https://example.com/" + std::to_string(i * 7919));
  const std::string packed = gzip_bytes(urlset(entries));
  const auto contents = read(packed.substr(0, packed.size() / 2));
  EXPECT_GT(contents.entries.size(), 1000U);
  EXPECT_LT(contents.entries.size(), 5000U);
  EXPECT_EQ(contents.problem,
            "its gzip data is damaged or breaks off; ill-formed: read as far as it makes sense");
}

// ---- hostile -------------------------------------------------------------------------------------------

TEST(Sitemap, ResolvesNoEntities) {
  std::string bomb = "<!DOCTYPE urlset [<!ENTITY a0 'https://example.com/'>";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " '";
    for (int j = 0; j < 10; ++j) bomb += before;
    bomb += "'>";
  }
  bomb +=
      "<!ENTITY file SYSTEM 'file:///etc/passwd'><!ENTITY % web SYSTEM 'http://127.0.0.1:9/x.dtd'> %web;]>";
  const auto contents = read(bomb + "<urlset>" + entry("https://example.com/a29&a29;") +
                             entry("https://example.com/b&file;") + "</urlset>");
  EXPECT_EQ(urls_of(contents), (Texts{"https://example.com/a29&a29;", "https://example.com/b&file;"}));
}

TEST(Sitemap, SurvivesDepthAndLongTexts) {
  std::string deep = "<urlset>" + entry("https://example.com/a");
  for (int i = 0; i < 100000; ++i) deep += "<x>";
  EXPECT_EQ(urls_of(read(deep)), Texts{"https://example.com/a"});

  const auto contents = read(
      urlset(entry("https://example.com/" + std::string(9 << 20, 'a')) + entry("https://example.com/b")));
  EXPECT_EQ(urls_of(contents), Texts{"https://example.com/b"});
  EXPECT_EQ(contents.problem,
            "ill-formed: read as far as it makes sense; 1 entry without an http or https URL");
}

TEST(Sitemap, KeepsToTheLimitsOfTheProtocol) {
  const std::string bytes = urlset(entry("https://example.com/a") + entry("https://example.com/b") +
                                   entry("https://example.com/c"));
  auto contents = read_sitemap(page_of(bytes), {2, 1 << 20});
  EXPECT_EQ(urls_of(contents), (Texts{"https://example.com/a", "https://example.com/b"}));
  EXPECT_EQ(contents.problem, "has more than 2 entries: the rest is left out");
  EXPECT_EQ(read_sitemap(page_of(bytes), {3, 1 << 20}).problem, "");

  const std::string large =
      urlset(entry("https://example.com/a") + std::string(2 << 20, ' ') + entry("https://example.com/b"));
  for (const std::string& either : {large, gzip_bytes(large)}) {
    contents = read_sitemap(page_of(either), {100, 1 << 20});
    EXPECT_EQ(urls_of(contents), Texts{"https://example.com/a"});
    EXPECT_TRUE(contents.problem.starts_with("is larger than 1 MiB: the rest is left out"))
        << contents.problem;
  }
}

TEST(Sitemap, CountsEntriesWithoutAUsableUrl) {
  const auto contents = read(urlset(entry("/relative") + entry("javascript:alert(1)") +
                                    entry("ftp://example.com/") + entry("") + "<url></url>"));
  EXPECT_EQ(urls_of(contents), Texts{"https://example.com/relative"});
  EXPECT_EQ(contents.problem, "2 entries without an http or https URL");
}

TEST(Sitemap, SaysWhatIsNone) {
  EXPECT_EQ(read("").problem, "is empty");
  EXPECT_EQ(read("<!doctype html><html><p>not found").problem, "is no sitemap but <html>");
  EXPECT_EQ(read("not found").problem, "is no sitemap");
  EXPECT_EQ(read("<rss version='2.0'/>").problem, "is no sitemap but a feed: name it as one");
  EXPECT_TRUE(read("<rss version='2.0'/>").entries.empty());
}

// ---- telling -------------------------------------------------------------------------------------------

TEST(LooksLikeSitemap, ByItsRootOrItsFirstLine) {
  EXPECT_TRUE(looks_like_sitemap(page_of(urlset(""))));
  EXPECT_TRUE(looks_like_sitemap(page_of(gzip_bytes(urlset("")), "application/x-gzip")));
  EXPECT_TRUE(looks_like_sitemap(page_of("<!-- by hand --><sitemapindex/>", "text/html")));
  EXPECT_TRUE(looks_like_sitemap(
      page_of("https://example.com/a\nhttps://example.com/b", "text/plain; charset=utf-8")));
  EXPECT_TRUE(looks_like_sitemap(page_of("https://example.com/a", "", "https://example.com/sitemap.txt")));
}

TEST(LooksLikeSitemap, NothingElse) {
  EXPECT_FALSE(looks_like_sitemap(page_of("<rss version='2.0'></rss>")));
  EXPECT_FALSE(looks_like_sitemap(page_of("<!doctype html><html>urlset", "text/html")));
  EXPECT_FALSE(looks_like_sitemap(page_of("https://example.com/a is a URL", "text/plain")));
  EXPECT_FALSE(looks_like_sitemap(page_of("https://example.com/a", "text/html")));
  EXPECT_FALSE(looks_like_sitemap(page_of("")));
}

}  // namespace
}  // namespace pith
