#include "core/plugin/plugin_choice.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace pith {
namespace {

/// Answers what it was told to answer.
class Answering : public Extractor {
 public:
  Answering(UrlClaim url, Claim page) : url_(url), page_(page) {}
  UrlClaim claim_url(std::string_view, const std::vector<std::string>&) const override { return url_; }
  Claim claim_page(const Page&, const Document&) const override { return page_; }
  Extraction extract(PageContext&) const override { return {}; }

 private:
  UrlClaim url_;
  Claim page_;
};

class Throwing : public Answering {
 public:
  Throwing() : Answering(UrlClaim::none, Claim::none) {}
  Claim claim_page(const Page&, const Document&) const override { throw std::runtime_error("no idea"); }
};

class PluginChoiceTest : public testing::Test {
 protected:
  void add(const std::string& name, std::vector<std::string> domains,
           std::unique_ptr<const Extractor> extractor) {
    PluginHeader header;
    header.name = name;
    header.domains = std::move(domains);
    registry_.add(std::make_unique<Plugin>(std::move(header), std::move(extractor)));
  }
  void add(const std::string& name, std::vector<std::string> domains, UrlClaim url, Claim page) {
    add(name, std::move(domains), std::make_unique<Answering>(url, page));
  }
  PluginChoice choose(const std::string& url) const {
    Page page;
    page.url = url;
    return choose_plugin(registry_, page, Document());
  }
  std::string chosen(const std::string& url) const {
    const PluginChoice choice = choose(url);
    return choice.plugin == nullptr ? "none" : choice.plugin->name();
  }

  Registry registry_;
};

TEST_F(PluginChoiceTest, UrlComesBeforeShape) {
  add("shape", {}, UrlClaim::none, Claim::shape);
  add("site", {"*.example.com"}, UrlClaim::article, Claim::none);
  EXPECT_EQ(chosen("https://www.example.com/a"), "site");
  EXPECT_EQ(chosen("https://www.example.org/a"), "shape");
  EXPECT_EQ(chosen(""), "shape");
}

TEST_F(PluginChoiceTest, TheUrlThatAnsweredCounts) {
  add("site", {"example.com"}, UrlClaim::article, Claim::none);
  Page page;
  page.url = "https://short.example/1";
  page.final_url = "https://example.com/a";
  EXPECT_EQ(choose_plugin(registry_, page, Document()).plugin, registry_.find("site"));
}

TEST_F(PluginChoiceTest, TheMostSpecificPatternComesFirst) {
  add("all", {"*.example.com"}, UrlClaim::article, Claim::none);
  add("news", {"*.news.example.com"}, UrlClaim::article, Claim::none);
  add("exact", {"www.example.com"}, UrlClaim::article, Claim::none);
  EXPECT_EQ(chosen("https://blog.example.com/"), "all");
  EXPECT_EQ(chosen("https://a.news.example.com/"), "news");
  EXPECT_EQ(chosen("https://www.example.com/"), "exact");
}

TEST_F(PluginChoiceTest, OfEqualOnesTheFirstFound) {
  add("first", {"example.com"}, UrlClaim::article, Claim::none);
  add("second", {"example.com"}, UrlClaim::article, Claim::none);
  EXPECT_EQ(chosen("https://example.com/"), "first");
}

TEST_F(PluginChoiceTest, HostWithoutAKnownKindOfPageIsAskedFirstForItsShape) {
  add("shape", {}, UrlClaim::none, Claim::shape);
  add("site", {"example.com"}, UrlClaim::host, Claim::shape);
  EXPECT_EQ(chosen("https://example.com/about"), "site");
  EXPECT_EQ(chosen("https://example.org/about"), "shape");
}

TEST_F(PluginChoiceTest, AnyShapeComesBeforeTheFallback) {
  add("generic", {}, UrlClaim::none, Claim::fallback);
  add("site", {"example.com"}, UrlClaim::host, Claim::none);
  add("shape", {}, UrlClaim::none, Claim::shape);
  EXPECT_EQ(chosen("https://example.com/about"), "shape");
}

TEST_F(PluginChoiceTest, TheFallbackTakesTheRestAndTheReasonSaysSo) {
  add("generic", {}, UrlClaim::none, Claim::fallback);
  add("site", {"example.com"}, UrlClaim::none, Claim::none);
  const PluginChoice choice = choose("https://example.com/");
  EXPECT_EQ(choice.plugin, registry_.find("generic"));
  EXPECT_EQ(choice.why, "no plugin knows the URL or the shape of the page; 'generic' takes anything");
}

TEST_F(PluginChoiceTest, NobodyIsAnAnswerToo) {
  add("site", {"example.com"}, UrlClaim::article, Claim::none);
  EXPECT_EQ(chosen("https://example.org/"), "none");
}

TEST_F(PluginChoiceTest, APluginThatThrowsIsPassedOverAndTold) {
  add("broken", {}, std::make_unique<Throwing>());
  add("generic", {}, UrlClaim::none, Claim::fallback);
  const PluginChoice choice = choose("https://example.org/");
  EXPECT_EQ(choice.plugin, registry_.find("generic"));
  EXPECT_EQ(choice.problems,
            std::vector<std::string>{"plugin 'broken' could not be asked about the page: no idea"});
}

}  // namespace
}  // namespace pith
