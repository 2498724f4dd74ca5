#include "core/extract/page_extraction.hpp"

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "pith/error.hpp"

namespace pith {
namespace {

using Extract = std::function<Extraction(PageContext&)>;

/// Claims what it is told to and extracts by a function.
class Given : public Extractor {
 public:
  Given(Claim claim, Extract extract) : claim_(claim), extract_(std::move(extract)) {}
  Claim claim_page(const Page&, const Document&) const override { return claim_; }
  Extraction extract(PageContext& context) const override { return extract_(context); }

 private:
  Claim claim_;
  Extract extract_;
};

Extraction with_article(const std::string& title) {
  Extraction extraction;
  extraction.status = Status::ok;
  extraction.kind = "article";
  extraction.articles.emplace_back().title = title;
  return extraction;
}

Extraction with_text(const std::string& title, const std::string& text) {
  Extraction extraction = with_article(title);
  extraction.articles.front().body.push_back(Block::paragraph(text));
  return extraction;
}

Extraction with_status(Status status, std::string reason) {
  Extraction extraction;
  extraction.status = status;
  extraction.reason = std::move(reason);
  return extraction;
}

class PageExtractionTest : public testing::Test {
 protected:
  void add(const std::string& name, Claim claim, Extract extract) {
    PluginHeader header;
    header.name = name;
    registry_.add(
        std::make_unique<Plugin>(std::move(header), std::make_unique<Given>(claim, std::move(extract))));
  }
  Extraction extract(const std::string& bytes, const PageExtractionOptions& options = {}) const {
    Page page;
    page.bytes = bytes;
    return extract_page(page, registry_, options).extraction;
  }

  Registry registry_;
};

TEST_F(PageExtractionTest, FillsInWhoDidItAndWhatWasCut) {
  add("site", Claim::shape, [](PageContext& context) {
    context.ledger().cut_text("Advertisement", Boilerplate::advertisement, "a rule");
    context.notice(Notice::Kind::data, "broken data");
    return with_article("Title");
  });
  const Extraction extraction = extract("<p>text</p>");
  EXPECT_EQ(extraction.status, Status::ok);
  EXPECT_EQ(extraction.plugin, "site");
  ASSERT_EQ(extraction.removals.size(), 1U);
  EXPECT_EQ(extraction.removals.front().rule, "a rule");
  ASSERT_EQ(extraction.notices.size(), 1U);
  EXPECT_EQ(extraction.notices.front().text, "broken data");
}

TEST_F(PageExtractionTest, CommentsAreReadOnlyIfAskedForAndNotOfAForum) {
  std::string kind = "article";
  add("site", Claim::shape, [&kind](PageContext&) {
    Extraction extraction = with_article("Title");
    extraction.kind = kind;
    return extraction;
  });
  const std::string html = "<p>text</p><div class='comment'><cite>Ann</cite><p>Well said.</p></div>";
  PageExtractionOptions with_comments;
  with_comments.parts.comments = true;
  EXPECT_TRUE(extract(html).comments.empty());
  ASSERT_EQ(extract(html, with_comments).comments.size(), 1U);
  EXPECT_EQ(extract(html, with_comments).comments.front().author, "Ann");
  kind = "forum";
  EXPECT_TRUE(extract(html, with_comments).comments.empty());
}

TEST_F(PageExtractionTest, APluginThatThrowsFailsThePageAndIsNamed) {
  add("broken", Claim::shape, [](PageContext& context) -> Extraction {
    context.ledger().cut_text("Advertisement", Boilerplate::advertisement, "a rule");
    throw std::runtime_error("index 7 of 3");
  });
  const Extraction extraction = extract("<p>text</p>");
  EXPECT_EQ(extraction.status, Status::failed);
  EXPECT_EQ(extraction.reason, "plugin 'broken' threw: index 7 of 3");
  EXPECT_EQ(extraction.plugin, "broken");
  EXPECT_EQ(extraction.removals.size(), 1U) << "what it did until then is told";
}

TEST_F(PageExtractionTest, APluginThatThrowsAnythingFailsOnlyThePage) {
  add("odd", Claim::shape, [](PageContext&) -> Extraction { throw 7; });
  const Extraction extraction = extract("<p>text</p>");
  EXPECT_EQ(extraction.status, Status::failed);
  EXPECT_EQ(extraction.reason, "plugin 'odd' threw something that is no std::exception");
}

TEST_F(PageExtractionTest, WhatIsNoPageReachesNoPlugin) {
  add("never", Claim::shape, [](PageContext&) -> Extraction { throw std::logic_error("was asked"); });
  EXPECT_EQ(extract("").status, Status::unsupported);
  EXPECT_EQ(extract("%PDF-1.4").reason, "a PDF document, not a page");
  EXPECT_EQ(extract("%PDF-1.4").plugin, "");
}

TEST_F(PageExtractionTest, ALimitMakesOkPartial) {
  add("site", Claim::shape, [](PageContext& context) {
    context.notice(Notice::Kind::limit, "deeper than 16 lists");
    return with_article("Title");
  });
  const Extraction extraction = extract("<p>text</p>");
  EXPECT_EQ(extraction.status, Status::partial);
  EXPECT_EQ(extraction.reason, "deeper than 16 lists");
}

TEST_F(PageExtractionTest, ALimitOfTheDocumentCountsToo) {
  add("site", Claim::shape, [](PageContext&) { return with_article("Title"); });
  PageExtractionOptions options;
  options.limits.bytes = 100;
  const Extraction extraction = extract("<p>" + std::string(1000, 'a'), options);
  EXPECT_EQ(extraction.status, Status::partial);
  EXPECT_NE(extraction.reason, "");
}

TEST_F(PageExtractionTest, ALimitDoesNotHideAWorseStatus) {
  add("site", Claim::shape, [](PageContext& context) {
    context.notice(Notice::Kind::limit, "a limit");
    return with_status(Status::paywalled, "for subscribers");
  });
  EXPECT_EQ(extract("<p>text</p>").status, Status::paywalled);
}

TEST_F(PageExtractionTest, ALostPluginGetsTheContentOfTheFallbackAndKeepsItsStatus) {
  add("site", Claim::shape,
      [](PageContext&) { return with_status(Status::layout_changed, "no recipe fits the page"); });
  add("generic", Claim::fallback, [](PageContext& context) {
    context.ledger().cut_text("menu", Boilerplate::navigation, "generic nav");
    return with_text("Found anyway", "Two more words.");
  });
  const Extraction extraction = extract("<p>text</p>");
  EXPECT_EQ(extraction.status, Status::layout_changed);
  EXPECT_EQ(extraction.reason, "no recipe fits the page");
  EXPECT_EQ(extraction.plugin, "site");
  ASSERT_EQ(extraction.articles.size(), 1U);
  EXPECT_EQ(extraction.articles.front().title, "Found anyway");
  ASSERT_EQ(extraction.removals.size(), 1U);
  ASSERT_EQ(extraction.notices.size(), 1U);
  EXPECT_EQ(extraction.notices.front().kind, Notice::Kind::fallback);
  EXPECT_EQ(extraction.notices.front().text,
            "the content is that of 'generic', because 'site' does not know the page's layout");
}

TEST_F(PageExtractionTest, ALostPluginKeepsWhatItFoundIfThatIsMore) {
  add("site", Claim::shape, [](PageContext&) {
    Extraction extraction = with_text("Found", "A teaser of six words stands here.");
    extraction.status = Status::layout_changed;
    return extraction;
  });
  add("generic", Claim::fallback, [](PageContext&) { return with_text("Menu", "Home Letters"); });
  const Extraction extraction = extract("<p>text</p>");
  EXPECT_EQ(extraction.status, Status::layout_changed);
  ASSERT_EQ(extraction.articles.size(), 1U);
  EXPECT_EQ(extraction.articles.front().title, "Found");
  EXPECT_TRUE(extraction.notices.empty());
}

TEST_F(PageExtractionTest, AFallbackThatIsLostItselfIsNotAskedTwice) {
  int times = 0;
  add("generic", Claim::fallback, [&](PageContext&) {
    ++times;
    return with_status(Status::layout_changed, "nothing here");
  });
  EXPECT_EQ(extract("<p>text</p>").status, Status::layout_changed);
  EXPECT_EQ(times, 1);
}

TEST_F(PageExtractionTest, WhatIsPaywalledOrLostIsNeverFull) {
  Status status = Status::paywalled;
  std::string text = "The first lines.";
  add("site", Claim::shape, [&](PageContext&) {
    Extraction extraction = text.empty() ? with_article("Title") : with_text("Title", text);
    extraction.status = status;
    return extraction;
  });
  const auto completeness = [&] { return extract("<p>text</p>").articles.at(0).completeness; };
  EXPECT_EQ(completeness(), Completeness::excerpt);
  status = Status::layout_changed;
  EXPECT_EQ(completeness(), Completeness::excerpt);
  text.clear();
  EXPECT_EQ(completeness(), Completeness::empty);
  status = Status::paywalled;
  EXPECT_EQ(completeness(), Completeness::empty);
  status = Status::ok;
  EXPECT_EQ(completeness(), Completeness::full) << "what a plugin vouches for is left alone";
}

TEST_F(PageExtractionTest, ThePluginAskedForByNameIsUsedWhateverThePageIs) {
  add("site", Claim::shape, [](PageContext&) { return with_article("site"); });
  add("other", Claim::none, [](PageContext&) { return with_article("other"); });
  PageExtractionOptions options;
  options.plugin = "other";
  EXPECT_EQ(extract("<p>text</p>", options).plugin, "other");
}

TEST_F(PageExtractionTest, APluginThatDoesNotExistIsAnError) {
  add("site", Claim::shape, [](PageContext&) { return with_article("site"); });
  PageExtractionOptions options;
  options.plugin = "site2";
  EXPECT_THROW(extract("<p>text</p>", options), Error);
  EXPECT_THROW(extract("", options), Error) << "whatever the page is";
}

TEST_F(PageExtractionTest, APageThatNobodyWantsSaysSo) {
  add("site", Claim::none, [](PageContext&) { return with_article("site"); });
  const Extraction extraction = extract("<p>text</p>");
  EXPECT_EQ(extraction.status, Status::unsupported);
  EXPECT_EQ(extraction.reason, "no plugin wants the page and none takes anything");
}

TEST_F(PageExtractionTest, WithoutPluginsNothingCanBeDone) {
  const Extraction extraction = extract("<p>text</p>");
  EXPECT_EQ(extraction.status, Status::failed);
  EXPECT_NE(extraction.reason.find("there are no plugins"), std::string::npos);
}

}  // namespace
}  // namespace pith
