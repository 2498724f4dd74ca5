#include "tests/integration/jobs/job_harness.hpp"

#include <gtest/gtest.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "core/fixture/line_diff.hpp"
#include "tests/support/json_of.hpp"

namespace pith {
namespace {

// A text is told from another by its words: each number picks its own.
const char* const words[] = {"harbour", "council", "budget", "river",  "station", "teacher",
                             "market",  "winter",  "bridge", "garden", "library", "concert",
                             "factory", "village", "voyage", "museum", "orchard", "signal",
                             "lantern", "quarry",  "ferry",  "meadow", "archive", "turbine"};

std::string sentence(unsigned& seed) {
  std::string text = "The";
  for (int i = 0; i < 14; ++i) {
    seed = seed * 1'103'515'245U + 12'345U;
    text += std::string(" ") + words[(seed >> 16) % std::size(words)];
  }
  return text + " was discussed for a long time. ";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (auto& line : split_lines(text)) {
    if (!line.empty()) lines.emplace_back(line);
  }
  return lines;
}

}  // namespace

std::string article_title(int number) {
  return "Report number " + std::to_string(number) + " of the town council";
}

std::string article_page(int number) {
  unsigned seed = static_cast<unsigned>(number) * 2'654'435'761U + 1;
  std::string page = "<!doctype html><html lang=en><head><title>" + article_title(number) +
                     "</title></head><body><nav><a href=/>Home</a></nav><article><h1>" +
                     article_title(number) + "</h1>";
  for (int paragraph = 0; paragraph < 5; ++paragraph) {
    page += "<p>";
    for (int i = 0; i < 3; ++i) page += sentence(seed);
    page += "</p>";
  }
  return page + "</article><footer>Imprint</footer></body></html>";
}

std::string feed_of(const std::vector<std::string>& urls) {
  std::string feed =
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title>"
      "<link>http://127.0.0.1/</link><description>All news</description>";
  for (const auto& url : urls) feed += "<item><title>A report</title><link>" + url + "</link></item>";
  return feed + "</channel></rss>";
}

std::vector<std::string> JobHarness::arguments(const std::vector<std::string>& options) const {
  std::vector<std::string> all{"job",     "run",        "--store",   store(),           "--workers", "2",
                               "--quiet", "--own-host", "127.0.0.1", "--allow-address", "127.0.0.1"};
  all.insert(all.end(), options.begin(), options.end());
  return all;
}

std::vector<std::string> JobHarness::contents() const {
  std::vector<std::string> all;
  const auto exported = run_pith({"job", "export", store(), "--format", "jsonl"});
  EXPECT_EQ(exported.code, 0) << exported.error;
  for (const auto& line : lines_of(exported.out)) {
    auto article = json_of(line);
    article.RemoveMember("fetched_at");
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    article.Accept(writer);
    all.emplace_back(buffer.GetString(), buffer.GetSize());
  }
  for (const char* state : {"waiting", "done", "failed", "refused", "filtered", "duplicate"}) {
    auto lines = pages(state);
    std::sort(lines.begin(), lines.end());
    all.insert(all.end(), lines.begin(), lines.end());
  }
  return all;
}

std::vector<std::string> JobHarness::titles() const {
  std::vector<std::string> titles;
  const auto exported = run_pith({"job", "export", store(), "--format", "jsonl"});
  EXPECT_EQ(exported.code, 0) << exported.error;
  for (const auto& line : lines_of(exported.out)) titles.emplace_back(json_of(line)["title"].GetString());
  std::sort(titles.begin(), titles.end());
  return titles;
}

std::vector<std::string> JobHarness::pages(const std::string& state) const {
  const auto listed = run_pith({"job", "status", store(), "--pages", state});
  EXPECT_EQ(listed.code, 0) << listed.error;
  return lines_of(listed.out);
}

}  // namespace pith
