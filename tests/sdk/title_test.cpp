#include <gtest/gtest.h>

#include <string>

#include "pith/metadata.hpp"

namespace pith {
namespace {

constexpr const char* story_url = "https://www.harbourpost.example/city/2025/ferry-returns";
const std::string article_type = "<meta property='og:type' content='article'>";
const std::string website_type = "<meta property='og:type' content='website'>";

std::string title_of(const std::string& html, const std::string& url = story_url) {
  Article article;
  Metadata::read(Document::parse(html), url).fill(article);
  return article.title;
}

std::string og(const std::string& title) {
  return "<meta property='og:title' content=\"" + title + "\">";
}

std::string headline(const std::string& text) {
  return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + text +
         "\"}</script>";
}

TEST(TitleHeading, OfAnArticleCountsWhateverThePageTellsOthers) {
  const std::string page = og("You will not believe it") + "<h1>Ferry returns after a year</h1>";
  EXPECT_EQ(title_of(article_type + page), "Ferry returns after a year");
}

TEST(TitleHeading, IsASloganIfThePageIsNoArticleAndSharesAnotherTitle) {
  const std::string page = og("Ferry tickets and timetables") + "<h1>Closer to the sea, every day</h1>";
  EXPECT_EQ(title_of(website_type + page), "Ferry tickets and timetables");
  EXPECT_EQ(title_of(page), "Ferry tickets and timetables");
}

TEST(TitleHeading, OfAPageThatIsNoArticleCountsIfTheSharedTitleHasAllOfIt) {
  const std::string shared = og("Ferry tickets and timetables for the north coast");
  EXPECT_EQ(title_of(website_type + shared + "<h1>Ferry tickets and timetables</h1>"),
            "Ferry tickets and timetables");
  EXPECT_EQ(title_of(website_type + shared + "<h1>Buy ferry tickets and timetables here</h1>"),
            "Ferry tickets and timetables for the north coast");
}

TEST(TitleHeading, IsNoSloganIfThePageSharesNothingElse) {
  EXPECT_EQ(title_of(website_type + "<title>Start</title><h1>Ferry returns after a year</h1>"),
            "Ferry returns after a year");
}

TEST(TitleHeading, IsTheSiteIfTheTitleEndsWithItAndASecondHeadingBeginsIt) {
  const std::string board = "<h1>The Slipway Board</h1>";
  EXPECT_EQ(title_of("<title>Tarring a roof in autumn - The Slipway Board</title>" + board +
                     "<h2>Tarring a roof in autumn</h2>"),
            "Tarring a roof in autumn");
  EXPECT_EQ(title_of("<title>News of the board - The Slipway Board</title>" + board + "<h2>Who we are</h2>"),
            "The Slipway Board")
      << "no heading has the other part";
}

TEST(TitleHeading, LosesTheSiteBehindABar) {
  EXPECT_EQ(
      title_of("<meta property='og:site_name' content='Coast Wire'><h1>Ferry returns | Coast Wire</h1>"),
      "Ferry returns");
  EXPECT_EQ(
      title_of(article_type + og("Ferry returns early") + "<h1>Ferry returns early | PORTAL.EXAMPLE</h1>"),
      "Ferry returns early");
}

TEST(TitleHeading, LosesAKickerInAnElementOfItsOwn) {
  EXPECT_EQ(title_of(og("Ferry returns after a year") +
                     "<h1><span>City life</span> <span>Ferry returns after a year</span></h1>"),
            "Ferry returns after a year");
}

TEST(TitleHeading, KeepsItsArticle) {
  EXPECT_EQ(
      title_of(article_type + og("Ferry returns after a year") + "<h1>The ferry returns after a year</h1>"),
      "The ferry returns after a year");
}

TEST(TitleKicker, StaysIfAnotherSourceHasItToo) {
  const std::string page =
      "<title>Ferry returns after a year</title><h1>Transport: Ferry returns after a year</h1>";
  EXPECT_EQ(title_of(page), "Ferry returns after a year");
  EXPECT_EQ(title_of(page + headline("Transport: Ferry returns after a year")),
            "Transport: Ferry returns after a year");
}

TEST(TitleKicker, OfTheDataStaysIfTheSharedTitleHasItToo) {
  const std::string data =
      R"(<script type='application/ld+json'>{"@type":"NewsArticle","headline":"Transport: Ferry returns early",)"
      R"("alternativeHeadline":"Ferry returns early"}</script>)";
  EXPECT_EQ(title_of(data), "Ferry returns early");
  EXPECT_EQ(title_of(data + og("Transport: Ferry returns early")), "Transport: Ferry returns early");
}

TEST(TitleMasthead, IsTheSiteAtTheEndOfATitleAndNeverTheHeadline) {
  const std::string masthead = "<h1><a href='/'>A Year of Boats</a></h1>";
  EXPECT_EQ(title_of(og("Ferry returns - A Year of Boats") + masthead), "Ferry returns");
  EXPECT_EQ(
      title_of("<meta property='og:site_name' content='Ferry returns'>" + og("Ferry returns") + masthead),
      "Ferry returns");
}

TEST(TitleSite, IsStrippedWithAFewLettersMore) {
  EXPECT_EQ(
      title_of("<meta property='og:site_name' content='Coast Wire'>" + og("Ferry returns - Coast Wire UK")),
      "Ferry returns");
  EXPECT_EQ(title_of("<meta property='og:site_name' content='Coast Wire'>" +
                     og("Ferry returns - Coast Wire was right all along")),
            "Ferry returns - Coast Wire was right all along");
}

TEST(TitleSite, IsStrippedIfItsFirstWordNamesTheHost) {
  EXPECT_EQ(title_of(og("Ferry returns - Coastal Diaries"), "https://shop.thecoastaldiary.example/1"),
            "Ferry returns");
}

TEST(TitleSite, ThatIsNowhereNamedIsStrippedBehindABar) {
  EXPECT_EQ(title_of(og("Ferry returns early | Northern News Hour")), "Ferry returns early");
  EXPECT_EQ(title_of(og("Ferry returns early | and this time it stays")),
            "Ferry returns early | and this time it stays");
  EXPECT_EQ(title_of(og("Ferries | Northern News Hour")), "Ferries | Northern News Hour");
}

TEST(TitleSite, ThatIsNowhereNamedIsStrippedBehindADashInTheTitleElementOnly) {
  EXPECT_EQ(title_of("<title>Ferry returns early – Northern News</title>"), "Ferry returns early");
  EXPECT_EQ(title_of(og("Ferry returns early – Northern News")), "Ferry returns early – Northern News");
  EXPECT_EQ(title_of("<title>Ferry – Boat – Northern News</title>"), "Ferry – Boat – Northern News");
}

TEST(TitleHeading, IsTheSecondThatTheTitleBeginsWithWhereTheFirstIsTheMasthead) {
  const std::string page =
      "<title>Ferry returns after a year - Harbour Post - City</title><h1><a href='/'>Harbour Post</a></h1>";
  EXPECT_EQ(title_of(page + "<h2>Weather today</h2><h2>Ferry returns after a year</h2>"),
            "Ferry returns after a year");
  EXPECT_EQ(title_of(page + "<h1>A year without it</h1><h2>Ferry returns after a year</h2>"),
            title_of(page + "<h1>A year without it</h1>"));
}

TEST(TitleText, OfAnElementKeepsWhatLooksLikeATag) {
  EXPECT_EQ(title_of("<h1>How the &lt;video&gt; element works</h1>"), "How the <video> element works");
  EXPECT_EQ(title_of("<title>How the &lt;b&gt; element works</title>"), "How the <b> element works");
  EXPECT_EQ(
      title_of("<article itemscope itemtype='https://schema.org/Article'><p itemprop='headline'>How the "
               "&lt;video&gt; element works</p></article>"),
      "How the <video> element works");
}

TEST(TitleText, OfAnAttributeIsWithoutItsTags) {
  EXPECT_EQ(title_of(og("The &lt;em&gt;Gull&lt;/em&gt; returns early")), "The Gull returns early");
}

TEST(TitleParts, OfAThreadIsWithoutItsLabel) {
  EXPECT_EQ(title_of("<h1><span class='label'>Question</span> Which engine for a small ferry?</h1>",
                     "https://boats.example/t/1"),
            "Which engine for a small ferry?");
}

TEST(TitleParts, IsWithoutTheSignThatLinksToIt) {
  EXPECT_EQ(
      title_of("<h1>Starting the engine<a class='headerlink' href='#start'>¶</a></h1>", "https://d.example/"),
      "Starting the engine");
  EXPECT_EQ(title_of("<h1>Starting the engine <a href='#start'>#</a></h1>", "https://d.example/"),
            "Starting the engine");
}

TEST(TitleParts, ThatIsAllLabelStays) {
  EXPECT_EQ(title_of("<h1><span class='label'>Ferries</span></h1>", "https://d.example/"), "Ferries");
}

TEST(TitleParts, IsWithoutTheSiteWhoseHostHasItsInitials) {
  EXPECT_EQ(title_of("<title>Ferries - Overview | National Office of Water and Harbours</title>",
                     "https://www.nowh.example/ferries"),
            "Ferries - Overview");
}

TEST(TitleParts, IsWithoutSectionBetweenItAndTheSite) {
  EXPECT_EQ(title_of("<title>Which engine for a small ferry? / Engines / Harbour Boats Forum</title>",
                     "https://forum.harbourboats.example/7"),
            "Which engine for a small ferry?");
  // Too short for a headline: what follows may belong to it.
  EXPECT_EQ(title_of("<title>Engines - Diesel - Harbour Boats</title>", "https://harbourboats.example/7"),
            "Engines - Diesel");
}

}  // namespace
}  // namespace pith
