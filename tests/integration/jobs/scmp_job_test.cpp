#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/integration/jobs/job_harness.hpp"
#include "tests/support/json_of.hpp"

namespace pith {
namespace {

std::string fixture_feed() {
  std::ostringstream text;
  text << std::ifstream(PITH_FIXTURES "/feed/scmp-rss/page.xml", std::ios::binary).rdbuf();
  return text.str();
}

/// A page as the South China Morning Post serves them: the article in the data of Next.js, with its notices.
std::string scmp_page(const std::string& url, int number) {
  const std::string headline = "Ferry line number " + std::to_string(number) + " gets new boats";
  std::string body;
  for (int i = 0; i < 6; ++i) {
    body += R"({"type":"p","children":[{"type":"text","data":"Boat )" + std::to_string(i) + " of line " +
            std::to_string(number) + " was built in yard " + std::to_string(number * 7 + i) +
            R"( and is going to carry commuters across the strait from next spring on."}]},)";
  }
  body += R"({"type":"inline-ad-slot"},{"type":"p","children":[{"type":"text","data":"Advertisement"}]})";
  return "<!doctype html><html lang=en><head><title>" + headline +
         " | South China Morning Post</title><link rel=canonical href=\"" + url +
         "\"></head><body><div id=__next></div><script id=\"__NEXT_DATA__\" type=\"application/json\">"
         R"({"props":{"pageProps":{"payload":{"data":{"article":{"headline":")" +
         headline +
         R"(","authors":[{"name":"Vincent Chow"},{"name":"Minxiao Chang"}],"publishedDate":1754380800000,)" +
         R"("sections":[{"value":[{"name":"China"}]}],"body":{"json":[)" + body +
         "]}}}}}}}</script></body></html>";
}

TEST(ScmpJob, FromTheFeedToFiftyArticles) {
  std::string feed = fixture_feed();
  std::set<std::string> paths;
  ScriptedServer server([&](const ScriptedRequest& request) {
    if (request.path == "/rss/91/feed")
      return http_answer(200, "Content-Type: application/rss+xml\r\n", feed);
    const std::string path = request.path.substr(0, request.path.find('?'));
    const auto found = paths.find(path);
    if (found == paths.end()) return http_answer(404, "", "");
    const auto number = static_cast<int>(std::distance(paths.begin(), found));
    return http_answer(200, "Content-Type: text/html; charset=utf-8\r\n",
                       scmp_page("https://www.scmp.com" + path, number));
  });
  const std::regex link(R"(<link>https://www\.scmp\.com(/[^<?]*)[^<]*</link>)");
  for (std::sregex_iterator it(feed.begin(), feed.end(), link), end; it != end; ++it) {
    if ((*it)[1].str().find("/article/") != std::string::npos) paths.insert((*it)[1]);
  }
  ASSERT_EQ(paths.size(), 50U);
  feed = std::regex_replace(feed, std::regex("https://www\\.scmp\\.com/"), server.url("/"));

  const JobHarness job;
  const auto run = job.run({"--feed", server.url("/rss/91/feed")});
  EXPECT_EQ(run.code, 0) << run.error;
  const auto titles = job.titles();
  ASSERT_EQ(titles.size(), 50U) << run.error;
  const auto exported = run_pith({"job", "export", job.store(), "--plugin", "scmp"});
  EXPECT_NE(exported.error.find("50 articles"), std::string::npos)
      << "all by the site's own plugin: " << exported.error;
  const auto first = json_of(exported.out.substr(0, exported.out.find('\n')));
  EXPECT_EQ(std::string(first["canonical_url"].GetString()).rfind("https://www.scmp.com/", 0), 0U);
  ASSERT_EQ(first["authors"].Size(), 2U);
  EXPECT_STREQ(first["authors"][0].GetString(), "Vincent Chow");
  EXPECT_STREQ(first["published"].GetString(), "2025-08-05T08:00:00Z");
  EXPECT_EQ(std::string(first["text"].GetString()).find("Advertisement"), std::string::npos);
}

}  // namespace
}  // namespace pith
