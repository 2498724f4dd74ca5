#include "pith/main_content.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pith/pith.hpp"

namespace pith {
namespace {

const std::string story =
    "<p>The ferry to Gull Island runs again from Monday, eleven weeks after its engine burned out in the "
    "middle of "
    "the strait and left forty passengers adrift until dawn.</p>"
    "<p>The company has bought a second engine, which will lie ready in a shed at the pier, and has promised "
    "never "
    "again to leave the harbour without having tried both.</p>"
    "<p>Tickets cost as much as before, and dogs still travel for nothing, as they have since the first boat "
    "sailed "
    "a hundred and twelve years ago.</p>";
const std::string menu =
    "<ul class='menu'><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul>";

struct Read {
  explicit Read(const std::string& html, Favor favor = Favor::neither)
      : document(Document::parse(html)),
        context(page, document, Limits{}, favor),
        content(read_main_content(context)) {}
  std::string text() const { return text_of(content.body); }
  bool holds(const std::string& words) const { return text().find(words) != std::string::npos; }
  Page page;
  Document document;
  PageContext context;
  MainContent content;
};

TEST(MainContent, IsTheStoryWithoutMenuAndFooter) {
  const Read read("<body><nav>" + menu + "</nav><div class='story'><h1>Ferry runs again</h1>" + story +
                  "</div><footer>Terms of use and privacy</footer>");
  EXPECT_TRUE(read.holds("runs again from Monday"));
  EXPECT_TRUE(read.holds("dogs still travel"));
  EXPECT_FALSE(read.holds("Home"));
  EXPECT_FALSE(read.holds("privacy"));
  EXPECT_GT(read.content.confidence, 0.8);
  EXPECT_LE(read.content.confidence, 1.0);
}

TEST(MainContent, IsInATemplateThatTheBrowserShows) {
  const Read shown("<body><nav>" + menu + "</nav><x-story><template shadowrootmode=open><h1>Ferry runs</h1>" +
                   story + "</template></x-story></body>");
  EXPECT_TRUE(shown.holds("runs again from Monday"));
  EXPECT_TRUE(shown.holds("dogs still travel"));
  const Read kept("<body><x-story><template>" + story + "</template></x-story></body>");
  EXPECT_FALSE(kept.holds("dogs still travel"));
}

TEST(MainContent, TellsWhatItLeavesOutByKind) {
  const Read read("<body><nav>" + menu + "</nav>" + story + "<footer>Terms of use and privacy</footer>");
  bool navigation = false;
  bool footer = false;
  for (const Removal& removal : read.context.ledger().removals()) {
    navigation = navigation || removal.kind == Boilerplate::navigation;
    footer = footer || removal.kind == Boilerplate::footer;
  }
  EXPECT_TRUE(navigation);
  EXPECT_TRUE(footer);
}

TEST(MainContent, OfAnEmptyPageIsNothing) {
  for (const std::string html : {"", "<body></body>", "<p> </p>", "<script>1</script>"}) {
    const Read read(html);
    EXPECT_TRUE(read.content.body.empty()) << html;
    EXPECT_EQ(read.content.confidence, 0) << html;
  }
}

// Forums give readers without programs the whole thread in noscript, and programs an empty shell.
TEST(MainContent, ReadsNoscriptWhereItHoldsThePage) {
  EXPECT_TRUE(
      Read("<body><div id='app'></div><noscript><h1>Ferry</h1>" + story + "</noscript>").holds("dogs still"));
  EXPECT_FALSE(Read("<body><noscript><p>Please switch programs on to read our pages.</p></noscript>" + story)
                   .holds("switch programs on"));
}

// Pages that are streamed bring their text hidden, for a program to show.
TEST(MainContent, ReadsHiddenTextWhereItIsMoreThanWhatIsSeen) {
  EXPECT_TRUE(Read("<body><p>Loading</p><div hidden id='S:0'>" + story + "</div>").holds("dogs still"));
  EXPECT_FALSE(
      Read("<body>" + story + "<div style='display:none'><p>We use cookies on these pages.</p></div>")
          .holds("cookies"));
}

TEST(MainContent, KeepsWhatIsKeptAndLeavesOutWhatIsCut) {
  const std::string html = "<body><nav><p id='keep'>Ferries today: all on time</p></nav>" + story +
                           "<p id='cut'>" +
                           "The harbour master wishes all readers a good journey and a calm sea.</p>";
  Page page;
  const Document document = Document::parse(html);
  PageContext context(page, document);
  context.ledger().keep(document.find(Selector("#keep")));
  context.ledger().cut(document.find(Selector("#cut")), Boilerplate::other, "test");
  const std::string text = text_of(read_main_content(context).body);
  EXPECT_NE(text.find("all on time"), std::string::npos);
  EXPECT_EQ(text.find("calm sea"), std::string::npos);
}

const std::string more_of_it =
    "<p>The town has set money aside for both, and will hear in spring whether the county gives the same, as "
    "it did when the pier was rebuilt after the flood of the year before last.</p>";
const std::string next_story =
    "<p>The orchestra opened its season on Saturday with every seat taken, for the first time since the hall "
    "was built, and with a symphony that the town had not heard in forty years.</p>"
    "<p>The conductor, who leaves in spring, said that he had wanted to end with the piece that he began "
    "with, and thanked the ferrymen who had waited for the audience after the last note.</p>"
    "<p>Tickets for the rest of the season are sold at the pier and at the town hall every morning.</p>";

// Pages that go on with the next article where a reader scrolls to the end.
TEST(MainContent, EndsWhereTheNextArticleBegins) {
  const Read read("<title>Ferry runs again</title><body><nav>" + menu +
                  "</nav><article class='story'><h1>Ferry runs again</h1>" + story + more_of_it +
                  "</article><article class='story'><h1>Orchestra opens season</h1>" + next_story +
                  more_of_it + "</article>");
  EXPECT_TRUE(read.holds("dogs still travel"));
  EXPECT_FALSE(read.holds("orchestra"));
  EXPECT_FALSE(read.holds("Tickets for the rest"));
}

// Some articles have headings of the first level for their sections.
TEST(MainContent, GoesOnBehindHeadingsOfItsOwn) {
  const Read read("<title>Ferry runs again</title><body><nav>" + menu +
                  "</nav><div class='story'><h1>Ferry runs again</h1>" + story +
                  "<h1>What else the town did on Saturday</h1>" + next_story + "</div>");
  EXPECT_TRUE(read.holds("dogs still travel"));
  EXPECT_TRUE(read.holds("The conductor"));
}

TEST(MainContent, FavoringRecallGivesNoLessThanFavoringPrecision) {
  const std::string html = "<body>" + menu + "<div>" + story + "</div><div>Ann Lee</div><div>Read also: " +
                           "<a href='/7'>The night of the ferry</a></div><div>Tickets: 4 crowns</div>";
  const std::size_t precision = Read(html, Favor::precision).text().size();
  const std::size_t neither = Read(html).text().size();
  const std::size_t recall = Read(html, Favor::recall).text().size();
  EXPECT_LE(precision, neither);
  EXPECT_LE(neither, recall);
}

}  // namespace
}  // namespace pith
