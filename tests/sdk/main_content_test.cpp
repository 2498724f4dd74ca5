#include "pith/main_content.hpp"

#include <gtest/gtest.h>

#include <algorithm>
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

/// Something between two stories.
std::string amid(const std::string& html) {
  return "<body><nav>" + menu + "</nav><div class='story'><h1>Ferry runs again</h1>" + story + html + story +
         "</div><footer>Terms of use and privacy</footer>";
}

TEST(MainContent, KeepsAllCellsOfATableOrNone) {
  const std::string table =
      "<table><thead><tr><th>Feature</th><th>Basic</th><th>Pro</th></tr></thead><tbody>"
      "<tr><td>Share</td><td>Free</td><td>$9</td></tr>"
      "<tr><td>Login</td><td><button>Buy</button></td><td class='ad'></td></tr></tbody></table>";
  const Read read(amid(table));
  std::size_t tables = 0;
  for (const Block& block : read.content.body) {
    if (block.type != BlockType::table) continue;
    ++tables;
    ASSERT_EQ(block.rows.size(), 3U);
    for (const TableRow& row : block.rows) EXPECT_EQ(row.cells.size(), 3U);
  }
  EXPECT_EQ(tables, 1U);
  const Read footer("<body>" + story + "<footer>" + table + "</footer>");
  EXPECT_FALSE(footer.holds("Pro"));
  EXPECT_FALSE(footer.holds("Login"));
}

TEST(MainContent, KeepsCodeBetweenTextsHoweverShort) {
  const Read read(
      amid("<p>Install it first, then look at what it has to say about the engine of the boat:</p>"
           "<pre>npm install tank</pre><div><pre><code>{}</code></pre></div><pre>ok</pre>"));
  std::vector<std::string> code;
  for (const Block& block : read.content.body)
    if (block.type == BlockType::code) code.push_back(text_of(block));
  EXPECT_EQ(code, (std::vector<std::string>{"npm install tank", "{}", "ok"}));
}

TEST(MainContent, KeepsQuotedPostsBetweenTexts) {
  const Read read(
      amid("<blockquote class='twitter-tweet'><p>Back! <a href='https://t.co/a'>t.co/a</a></p>"
           "&mdash; Ferry (@ferry) <a href='https://x.com/ferry/status/1'>June 2, 2025</a>"
           "</blockquote>"));
  EXPECT_TRUE(read.holds("Back!"));
  EXPECT_TRUE(read.holds("June 2, 2025"));
}

TEST(MainContent, KeepsVideosAndPostsThatOthersShow) {
  const Read read(
      amid("<video src='https://a.example/v.mp4'>Your browser cannot play this video.</video>"
           "<div class='fb-post' data-href='https://www.facebook.com/ferry/posts/1'></div>"
           "<blockquote class='tiktok-video' cite='https://www.tiktok.com/@boat/video/7'>"
           "<section><a href='https://www.tiktok.com/@boat'>@boat</a></section></blockquote>"));
  std::vector<std::string> embeds;
  for (const Block& block : read.content.body)
    if (block.type == BlockType::embed) embeds.push_back(block.label + " " + block.url);
  EXPECT_EQ(embeds, (std::vector<std::string>{"video https://a.example/v.mp4",
                                              "facebook https://www.facebook.com/ferry/posts/1",
                                              "tiktok https://www.tiktok.com/@boat/video/7"}));
  EXPECT_FALSE(read.holds("cannot play"));
}

TEST(MainContent, KeepsShortPartsWithWhatTheyBelongTo) {
  const Read read(
      amid("<h3>Share</h3><p>The county lends a third of what the new engine costs, at no interest.</p>"
           "<ul><li>Ropes of hemp, tarred twice, forty fathoms each</li><li>Print</li>"
           "<li>A second anchor of the old pattern, with a chain</li></ul>"
           "<dl><dt>Login</dt><dd>The book that each sailor signs before the boat may leave.</dd></dl>"
           "<details><summary>More</summary><p>The landing was built by the county engineer after the great "
           "flood, and has been mended eleven times since.</p></details>"));
  for (const char* words : {"Share", "Print", "Login", "More"}) EXPECT_TRUE(read.holds(words)) << words;
}

TEST(MainContent, KeepsFootnotesWhoseMarkIsKept) {
  const std::string note = "<ol><li id='fn1'>Annals, 12. <a href='#r1'>\u21a9</a></li></ol>";
  const std::string mark =
      "<p>The ferry was lost before, in a winter that nobody who lived through it has "
      "forgotten.<sup><a id='r1' href='#fn1'>1</a></sup></p>";
  EXPECT_TRUE(Read(amid(mark) + "<section class='footnotes'>" + note + "</section>").holds("Annals, 12"));
}

TEST(MainContent, LeavesOutListsOfLinksBetweenTexts) {
  EXPECT_FALSE(
      Read(amid("<ul class='related'><li><a href='/1'>Fares rise again</a></li><li><a href='/2'>Divers "
                "find a void</a></li></ul>"))
          .holds("Fares rise"));
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

// Readers open what they want to see.
TEST(MainContent, ReadsHiddenPanelsBehindTabs) {
  const std::string front = "<body><div role=tabpanel>" + story + "</div>";
  const std::string back =
      "<p>Those who take the ferry from the northern pier pay at the kiosk, which opens an hour before the "
      "first "
      "boat leaves, and need the exact fare in coins.</p>";
  EXPECT_TRUE(Read(front + "<div role=tabpanel hidden>" + back + "</div>").holds("exact fare in coins"));
  EXPECT_TRUE(Read(front + "<div role=tabpanel style='display:none'>" + back + "</div>")
                  .holds("exact fare in coins"));
  EXPECT_TRUE(Read(front + "<div hidden=until-found>" + back + "</div>").holds("exact fare in coins"));
  EXPECT_FALSE(Read(front + "<div hidden>" + back + "</div>").holds("exact fare in coins"));
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

// The class says that they are comments, and the data that they are the thread.
TEST(MainContent, KeepsWhatThePagesDataDeclareToBePartOfIt) {
  const std::string reply =
      "Mine stood in the shed for six winters, and all it wanted in the spring was a new impeller.";
  const std::string page = "<body><h1>Ferry engine</h1>" + story +
                           "<aside class=comments id=comments><h3>More</h3><p>" + reply +
                           "</p></aside></body>";
  const auto data = [&](const std::string& type) {
    return "<script type='application/ld+json'>{\"@type\":\"" + type +
           "\",\"headline\":\"Ferry engine\",\"comment\":[{\"@type\":\"Comment\",\"text\":\"" + reply +
           "\"}]}</script>";
  };
  EXPECT_TRUE(Read(data("DiscussionForumPosting") + page).holds("new impeller"));
  EXPECT_FALSE(Read(data("NewsArticle") + page).holds("new impeller"));
}

/// A post as XenForo's templates write it.
std::string post(const std::string& author, const std::string& text) {
  return "<article class='message message--post'><div class='message-cell--user'><h4>" + author +
         "</h4><h5>Well-known member</h5><dl><dt>Messages</dt><dd>1,204</dd></dl></div>"
         "<div class='message-main'><header><time>Tuesday at 4:27</time></header>"
         "<div class='message-body js-selectToQuote'><div class='bbWrapper'>" +
         text +
         "</div></div><aside class='message-signature'>Sail slowly, arrive wiser than the harbour</aside>"
         "<footer>Reactions: anna and bert like what was said here about engines</footer></div></article>";
}

std::string thread(const std::string& posts) {
  return "<body><nav>" + menu +
         "</nav><div class='notices'>Members are asked to keep to the rules of the board, and to send no "
         "money to "
         "anybody they have not met.</div><h1>Spare engine for a small ferry?</h1>" +
         posts +
         "<div>You must log in or register to reply here.</div><footer>Terms and rules</footer></body>";
}

const std::string question =
    "My ferry needs a spare engine that two people can lift into place within an hour, and I do not know "
    "whom "
    "to ask about the weight.";
const std::string answer = "Ask at the yard in Gull Bay, they lift them by hand.";

TEST(MainContent, OfAThreadIsWhatItsAuthorsWrote) {
  const Read read(thread(post("anna", question) + post("bert", answer) + post("cleo", "Agreed.")));
  EXPECT_EQ(read.content.kind, PageKind::forum);
  EXPECT_TRUE(read.holds("needs a spare engine"));
  EXPECT_TRUE(read.holds("lift them by hand"));
  EXPECT_TRUE(read.holds("Agreed."));
  for (const char* furniture : {"Well-known", "1,204", "Tuesday", "arrive wiser", "Reactions",
                                "send no money", "register to reply", "Terms"}) {
    EXPECT_FALSE(read.holds(furniture)) << furniture;
  }
}

std::string quote(const std::string& who, const std::string& text) {
  return "<blockquote class='bbCodeBlock bbCodeBlock--quote'><div>" + who + " said:</div><div>" + text +
         "</div></blockquote>";
}

TEST(MainContent, OfAThreadHasADividerBetweenPosts) {
  const Read read(thread(post("anna", question) + post("bert", "<ul><li>One</li><li>Two</li></ul>") +
                         post("cleo", "") + post("dora", answer)));
  std::vector<BlockType> types;
  for (const Block& block : read.content.body) types.push_back(block.type);
  EXPECT_EQ(types, (std::vector<BlockType>{BlockType::paragraph, BlockType::divider, BlockType::list,
                                           BlockType::divider, BlockType::paragraph}));
}

TEST(MainContent, OfAThreadHasNoQuoteOfOneShortLine) {
  const Read read(thread(post("anna", question) + post("bert", "The seagulls steal my sandwiches here.") +
                         post("cleo", quote("bert",
                                            "<p>Tuesday at 4:27</p><p>The seagulls steal my "
                                            "sandwiches here.</p>") +
                                          answer)));
  EXPECT_EQ(read.text().find("steal my"), read.text().rfind("steal my"));
}

TEST(MainContent, OfAThreadHasNoPostTwice) {
  Read read(thread(post("anna", question) + post("bert", quote("anna", question) + answer) +
                   post("cleo", quote("the manual",
                                      "No engine of this make may be lifted by fewer than four "
                                      "people, whatever the yard says.") +
                                    "So much for that.")));
  const std::string text = read.text();
  EXPECT_EQ(text.find("needs a spare engine"), text.rfind("needs a spare engine"));
  EXPECT_FALSE(read.holds("anna said"));
  EXPECT_TRUE(read.holds("lift them by hand"));
  EXPECT_TRUE(read.holds("fewer than four people")) << "quotes what no post says";
  const std::vector<Removal>& cut = read.context.ledger().removals();
  EXPECT_TRUE(std::any_of(cut.begin(), cut.end(), [](const Removal& removal) {
    return removal.kind == Boilerplate::duplicate && removal.excerpt.find("anna said") != std::string::npos;
  }));
}

TEST(MainContent, OfAThreadKeepsAQuoteThatIsPartlyNew) {
  const Read read(thread(post("anna", question) +
                         post("bert", quote("anna",
                                            "a spare engine that two people can lift, which I wrote, and "
                                            "which was wrong, for it takes three of them, and a crane") +
                                          answer)));
  EXPECT_TRUE(read.holds("and a crane"));
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
