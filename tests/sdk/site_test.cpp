#include "pith/site.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pith/error.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

Extraction extract(Site& site, std::string html, std::string url = "https://news.example/story/1") {
  Page page;
  page.url = std::move(url);
  const Document document = Document::parse(std::move(html));
  PageContext context(page, document);
  Extraction result = site.build()->extract(context);
  result.removals = context.ledger().take();
  return result;
}

std::string body_of(const Extraction& result) {
  return result.articles.empty() ? "(no article)" : text_of(result.articles.front().body);
}

std::vector<Boilerplate> kinds(const Extraction& result) {
  std::vector<Boilerplate> kinds;
  for (const Removal& removal : result.removals) kinds.push_back(removal.kind);
  return kinds;
}

const std::string first = "The first paragraph has some words to say about the harbour and its old cranes.";
const std::string second = "The second one goes on about the cranes, which nobody has painted for years now.";

TEST(Site, TakesFieldsAndBodyBySelectors) {
  Site site;
  site.title("h1.headline").authors(".by a").published("time", attribute("datetime")).body(".story");
  const Extraction result = extract(site,
                                    "<h1 class=headline>Cranes</h1><p class=by><a>Ann Lee</a></p>"
                                    "<time datetime='2025-08-01T10:00:00Z'>today</time><div class=story><p>" +
                                        first + "</p><p>" + second + "</p></div>");
  EXPECT_EQ(result.status, Status::ok) << result.reason;
  ASSERT_EQ(result.articles.size(), 1u);
  EXPECT_EQ(result.articles[0].title, "Cranes");
  EXPECT_EQ(result.articles[0].authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(result.articles[0].published->rfc3339(), "2025-08-01T10:00:00Z");
  EXPECT_EQ(body_of(result), first + "\n" + second);
}

TEST(Site, TriesBodiesInOrder) {
  Site site;
  site.title("h1").body(".new").body(".old").expect_words(5);
  EXPECT_EQ(body_of(extract(site, "<h1>T</h1><div class=old><p>" + first + "</p></div>")), first);
}

TEST(Site, DropsBySelectorPhraseAndTailAndAccountsForAll) {
  Site site;
  site.title("h1")
      .body(".story")
      .drop(Boilerplate::share, ".bar")
      .drop(Boilerplate::read_more, line_beginning("Dig deeper:"))
      .drop_from(Boilerplate::related, heading("More of this"))
      .expect_words(5);
  const Extraction result =
      extract(site, "<h1>T</h1><div class=story><div class=bar>Send it</div><p>" + first +
                        "</p><p>Dig deeper: the cranes</p><p>" + second +
                        "</p><div>More of this</div><p>Another story entirely.</p></div>");
  EXPECT_EQ(body_of(result), first + "\n" + second);
  EXPECT_EQ(kinds(result), (std::vector{Boilerplate::share, Boilerplate::read_more, Boilerplate::related}));
}

TEST(Site, LetsNoLineThatOnlyBeginsLikeATailMarkerTakeMostOfTheText) {
  const std::string prose =
      "To read the full story of the port, one has to go back to the year of the first quay.";
  Site site;
  site.title("h1").body(".story").drop_from(Boilerplate::paywall_notice,
                                            line_beginning("To read the full story"));
  const Extraction result =
      extract(site, "<h1>T</h1><div class=story><p>" + first + "</p><p>" + second + "</p><p>" + prose +
                        "</p><p>" + first + "</p><p>" + second + "</p><p>" + first + "</p></div>");
  EXPECT_EQ(body_of(result),
            first + "\n" + second + "\n" + prose + "\n" + first + "\n" + second + "\n" + first);
  EXPECT_TRUE(result.removals.empty());
}

TEST(Site, AccountsForTheKindsOfATailApart) {
  Site site;
  site.title("h1")
      .body(".story")
      .drop_from(Boilerplate::newsletter, heading("Newsletter"))
      .drop_from(Boilerplate::related, heading("Related"))
      .drop_from(Boilerplate::media_player, line("0:00"))
      .expect_words(5);
  const Extraction result = extract(
      site,
      "<h1>T</h1><div class=story><p>" + first + "</p><p>" + second +
          "</p><p>Newsletter</p><p>Once a week.</p><p>Related</p><p>Cranes are sold</p><p>0:00</p></div>");
  EXPECT_EQ(body_of(result), first + "\n" + second);
  EXPECT_EQ(kinds(result),
            (std::vector{Boilerplate::newsletter, Boilerplate::related, Boilerplate::media_player}));
}

TEST(Site, TakesATailMarkerAboveTheBodyForAStrayLine) {
  Site site;
  site.title("h1").body(".story").drop_from(Boilerplate::comments, line("Comments")).expect_words(5);
  const Extraction result = extract(site, "<h1>T</h1><div class=story><p>Comments</p><p>" + first +
                                              "</p><p>" + second + "</p><p>Comments</p><p>x</p></div>");
  EXPECT_EQ(body_of(result), first + "\n" + second);
}

TEST(Site, CutsPiecesOutOfAParagraph) {
  Site site;
  site.title("h1")
      .body(".story")
      .cut_between(Boilerplate::product_promo, "Curious about", "ask us.")
      .expect_words(5);
  EXPECT_EQ(body_of(extract(site, "<h1>T</h1><div class=story><p>" + first +
                                      " Curious about “cranes”? Just ask us. And so on.</p></div>")),
            first + " And so on.");
}

TEST(Site, ChoosesTheRecipeByThePagesEvidence) {
  Site site;
  site.expect_words(5);
  site.recipe("new").when("main[data-v='2']").title("h1").body("main");
  site.recipe("old").when("#content").title("h2").body("#content");
  const Extraction result = extract(site, "<h2>Old</h2><div id=content><p>" + first + "</p></div>");
  EXPECT_EQ(result.recipe, "old");
  EXPECT_EQ(body_of(result), first);
}

TEST(Site, SaysThatTheLayoutChangedWhenNoRecipeFits) {
  Site site;
  site.recipe("new").when("main[data-v='2']").title("h1").body("main");
  const Extraction result = extract(site, "<p>" + first + "</p>");
  EXPECT_EQ(result.status, Status::layout_changed);
  EXPECT_EQ(result.reason, "no recipe fits this page (new misses main[data-v='2'])");
}

TEST(Site, SaysThatTheLayoutChangedWhenTheBodyIsTooShort) {
  Site site;
  site.title("h1").body(".story").expect_words(50);
  const Extraction result = extract(site, "<h1>T</h1><div class=story><p>Only so much.</p></div>");
  EXPECT_EQ(result.status, Status::layout_changed);
}

TEST(Site, SaysThatAPageIsPaywalled) {
  Site site;
  site.title("h1").body(".story").paywalled_when(".wall").expect_words(5);
  const Extraction result =
      extract(site, "<h1>T</h1><div class=story><p>" + first + "</p></div><div class=wall>Join us</div>");
  EXPECT_EQ(result.status, Status::paywalled);
}

TEST(Site, KeepsWhatItSaysAgainstGenericCuts) {
  Site site;
  site.title("h1").body(".story").keep(".related").expect_words(5);
  const Extraction result =
      extract(site, "<h1>T</h1><div class=story><p>" + first + " " + first + " " + first +
                        "</p><div class=related><p>" + second + "</p></div></div>");
  EXPECT_NE(body_of(result).find(second), std::string::npos);
}

TEST(Site, ReadsWhatFollowsTheHeadlineWhereMarkupSaysNothing) {
  Site site;
  site.body_after_headline().drop_from(Boilerplate::newsletter, line("Newsletter"));
  const Extraction result = extract(
      site,
      "<title>Cranes of the old harbour</title><div>Our Paper</div><div>Monday</div>"
      "<div>Cranes of the old harbour</div><div>Cranes of the old harbour</div><div>" +
          first + "</div><div>" + second + "</div><div>Newsletter</div><div>Give us your address.</div>");
  EXPECT_EQ(result.status, Status::ok) << result.reason;
  EXPECT_EQ(result.articles[0].title, "Cranes of the old harbour");
  EXPECT_EQ(body_of(result), first + "\n" + second);
}

TEST(Site, MakesBrokenParagraphsWhole) {
  Site site;
  site.title("h1").body(".story").join_broken_paragraphs().expect_words(5);
  EXPECT_EQ(
      body_of(extract(site,
                      "<h1>T</h1><div class=story><div>The port is racing to catch up with rivals in</div>"
                      "<div>container handling (CH)</div><div>, but the cranes are old.</div></div>")),
      "The port is racing to catch up with rivals in container handling (CH), but the cranes are old.");
}

TEST(Site, TurnsPhotoLinesIntoFigures) {
  Site site;
  site.title("h1").body(".story").photo_lines().expect_words(5);
  const Extraction result =
      extract(site, "<h1>T</h1><div class=story><p>" + first +
                        "</p><p>The old cranes at dawn. Photo: Jane Doe</p><p>" + second + "</p></div>");
  ASSERT_EQ(result.articles[0].body.size(), 3u);
  const Block& figure = result.articles[0].body[1];
  EXPECT_EQ(figure.type, BlockType::figure);
  EXPECT_EQ(text_of(figure.spans), "The old cranes at dawn.");
  EXPECT_EQ(figure.credit, "Jane Doe");
}

TEST(Site, KeepsCitationMarksAsData) {
  Site site;
  site.title("h1").body(".story").take_citations().expect_words(3);
  const Extraction result = extract(site,
                                    "<h1>T</h1><div class=story><ul><li>Output rose by a third in May [1][5] "
                                    ".<li>Ports [2, 11] grew.</ul></div>");
  EXPECT_EQ(body_of(result), "Output rose by a third in May.\nPorts grew.");
  const Block& list = result.articles[0].body[0];
  EXPECT_EQ(list.items[0].blocks[0].citations, (std::vector{1, 5}));
  EXPECT_EQ(list.items[1].blocks[0].citations, (std::vector{2, 11}));
}

TEST(Site, CollectsLinksWithPublisherAndAge) {
  Site site;
  site.title("h1").body(".story").links_after("related", heading("Related Articles")).expect_words(5);
  const Extraction result = extract(
      site, "<h1>T</h1><div class=story><p>" + first +
                "</p></div><h2>Related Articles</h2><div><a href='/story/2'>A second harbour opens</a>"
                "<span>Port Post</span><span>3 hours ago</span></div>");
  ASSERT_EQ(result.links.size(), 1u);
  EXPECT_EQ(result.links[0].url, "https://news.example/story/2");
  EXPECT_EQ(result.links[0].title, "A second harbour opens");
  EXPECT_EQ(result.links[0].publisher, "Port Post");
  EXPECT_EQ(result.links[0].age, "3 hours ago");
}

TEST(Site, EndsALinkListWhereSomethingElseBeginsAndPassesOverAlternativeTexts) {
  Site site;
  site.title("h1")
      .body(".story")
      .drop(Boilerplate::other, line("time"))
      .drop_from(Boilerplate::media_player, line("0:00"))
      .links_after("related", heading("Related"));
  const Extraction result = extract(
      site, "<h1>T</h1><div class=story><p>" + first + "</p><p>" + second +
                "</p></div><h2>Related</h2><div><a href=/2>Cranes are sold for scrap</a><p>Harbour News"
                "</p><p>time</p><p>3 hours ago</p></div><div><a href=/3>Old quay opens</a>"
                "<p>Harbour News · 2 days ago</p></div><p>0:00</p><a href=/4>Not a related one</a>");
  ASSERT_EQ(result.links.size(), 2u);
  EXPECT_EQ(result.links[0].publisher, "Harbour News");
  EXPECT_EQ(result.links[0].age, "3 hours ago");
  EXPECT_EQ(result.links[1].publisher, "Harbour News");
  EXPECT_EQ(result.links[1].age, "2 days ago");
}

TEST(Site, TakesLinksOutThatALineAnnounces) {
  Site site;
  site.title("h1").body(".story").drop(Boilerplate::read_more, line("Read more"));
  const Extraction result =
      extract(site, "<h1>T</h1><div class=story><p>" + first +
                        "</p><p>READ MORE</p><ul><li><a href=/2>Scrap</a></li>" +
                        "</ul><p><a href=/3>Old quay opens</a></p><p>" + second + "</p></div>");
  EXPECT_EQ(body_of(result), first + "\n" + second);
  EXPECT_EQ(kinds(result),
            (std::vector{Boilerplate::read_more, Boilerplate::read_more, Boilerplate::read_more}));
}

TEST(Site, KnowsAHeadlineByThePictureThatBearsIt) {
  Site site;
  site.body_after_headline();
  const Extraction result =
      extract(site,
              "<title>News</title><div>Our town today</div><div>Old cranes stay on quay</div>"
              "<img src=/1.jpg alt='Old cranes stay on quay'><div>" +
                  first + "</div><div>" + second + "</div>");
  ASSERT_EQ(result.articles.size(), 1u);
  EXPECT_EQ(result.articles[0].title, "Old cranes stay on quay");
  EXPECT_EQ(body_of(result), first + "\n" + second);
}

TEST(Site, CutsAListOfHeadlinesBehindTheText) {
  Site site;
  site.title("h1").body_after_headline();
  std::string html = "<h1>Old cranes stay</h1><div>" + first + "</div><div>" + second + "</div>";
  for (const char* other : {"Ferry stops", "Quay opens", "Is the mayor ill?", "Trains late", "Bread dearer"})
    html += "<div>" + std::string(other) + "</div>";
  const Extraction result = extract(site, html);
  EXPECT_EQ(body_of(result), first + "\n" + second);
  EXPECT_EQ(kinds(result), std::vector(5, Boilerplate::related));
}

TEST(Site, RecordsWhereASyndicatedArticleComesFrom) {
  Site site;
  site.title("h1").body(".story").expect_words(5);
  const Extraction result = extract(
      site,
      "<h1>T</h1><div class=story><p>" + first +
          "</p><p>This article originally appeared in the South China Morning Post (SCMP), the voice of "
          "its city.</p><p>Copyright © 2025. South China Morning Post Publishers Ltd. All rights "
          "reserved.</p></div>");
  EXPECT_EQ(result.articles[0].syndicated_from, "South China Morning Post");
  EXPECT_EQ(body_of(result), first);
  // Pieces within blocks go before whole blocks.
  EXPECT_EQ(kinds(result), (std::vector{Boilerplate::copyright, Boilerplate::syndication_notice}));
}

TEST(Site, RefusesATableWithoutABody) {
  Site site;
  site.recipe("2023").title("h1");
  EXPECT_THROW(site.build(), Error);
}

TEST(Site, PromisesOnlyThePathsItNames) {
  Site site;
  site.urls("/story/*").body("main");
  const auto extractor = site.build();
  const std::vector<std::string> hosts = {"news.example"};
  EXPECT_EQ(extractor->claim_url("https://news.example/story/1", hosts), UrlClaim::article);
  EXPECT_EQ(extractor->claim_url("https://news.example/about", hosts), UrlClaim::host);
  EXPECT_EQ(extractor->claim_url("https://other.example/story/1", hosts), UrlClaim::none);
}

}  // namespace
}  // namespace pith
