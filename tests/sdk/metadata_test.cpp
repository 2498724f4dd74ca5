#include "pith/metadata.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pith {
namespace {

using Texts = std::vector<std::string>;

constexpr const char* story_url = "https://www.harbourpost.example/city/2025/ferry-returns";

Metadata read(const std::string& html, const std::string& url = story_url) {
  return Metadata::read(Document::parse(html), url);
}

Article filled(const std::string& html, const std::string& url = story_url) {
  Article article;
  read(html, url).fill(article);
  return article;
}

std::string json_ld(const std::string& json) {
  return "<script type='application/ld+json'>" + json + "</script>";
}

Metadata read_ld(const std::string& json) {
  return read(json_ld(json));
}

Texts texts(const std::vector<Metadata::Value>& values) {
  Texts out;
  for (const auto& value : values) out.push_back(value.text);
  return out;
}

// ---- JSON-LD --------------------------------------------------------------------------------------

TEST(MetadataJsonLd, ReadsAnArticle) {
  const auto metadata = read(json_ld(R"({"@context":"https://schema.org","@type":"NewsArticle",
    "headline":"Ferry returns","datePublished":"2025-03-01T08:00:00+08:00","dateModified":"2025-03-02",
    "author":{"@type":"Person","name":"Ann Lee"},"description":"It sails again.","inLanguage":"en-GB",
    "articleSection":"City","keywords":"ferry, harbour","publisher":{"@type":"Organization","name":"Harbour Post"},
    "articleBody":"One.\nTwo.","license":"https://l.example/by"})"));
  ASSERT_EQ(metadata.titles.size(), 1u);
  EXPECT_EQ(metadata.titles[0].text, "Ferry returns");
  EXPECT_EQ(metadata.titles[0].origin, "json-ld NewsArticle.headline");
  EXPECT_EQ(texts(metadata.published), Texts{"2025-03-01T08:00:00+08:00"});
  EXPECT_EQ(texts(metadata.modified), Texts{"2025-03-02"});
  EXPECT_EQ(texts(metadata.authors), Texts{"Ann Lee"});
  EXPECT_EQ(texts(metadata.descriptions), Texts{"It sails again."});
  EXPECT_EQ(texts(metadata.sections), Texts{"City"});
  EXPECT_EQ(texts(metadata.topics), (Texts{"ferry", "harbour"}));
  EXPECT_EQ(texts(metadata.site_names), Texts{"Harbour Post"});
  EXPECT_EQ(texts(metadata.article_bodies), Texts{"One.\nTwo."});
  EXPECT_EQ(texts(metadata.licences), Texts{"https://l.example/by"});
}

TEST(MetadataJsonLd, ReadsWhatALiveBlogAndAThreadAreMadeOf) {
  const std::string entries = R"(,"liveBlogUpdate":[{"@type":"BlogPosting","articleBody":"First."},)"
                              R"({"@type":"BlogPosting","articleBody":"Second."}]})";
  EXPECT_EQ(texts(read_ld(R"({"@type":"LiveBlogPosting","headline":"Live")" + entries).part_bodies),
            (Texts{"First.", "Second."}));
  EXPECT_EQ(texts(read_ld(R"({"@type":"DiscussionForumPosting","text":"Why?",)"
                          R"("comment":{"@type":"Comment","text":"Because."}})")
                      .part_bodies),
            Texts{"Because."});
  EXPECT_EQ(texts(read_ld(R"({"@type":"QAPage","mainEntity":{"@type":"Question","text":"Why?",)"
                          R"("acceptedAnswer":{"text":"Because."},"suggestedAnswer":[{"text":"Why not."}]}})")
                      .part_bodies),
            (Texts{"Why?", "Because.", "Why not."}));
}

TEST(MetadataJsonLd, TakesNoCommentForAPartOfAnArticle) {
  EXPECT_TRUE(read_ld(R"({"@type":"NewsArticle","headline":"A","comment":[{"text":"Nonsense."}]})")
                  .part_bodies.empty());
}

TEST(MetadataJsonLd, FindsTheArticleInAGraphAndFollowsReferences) {
  const auto article = filled(json_ld(R"({"@graph":[
    {"@type":"WebSite","@id":"#site","name":"Harbour Post"},
    {"@type":"Person","@id":"#ann","name":"Ann Lee"},
    {"@type":["Article","BlogPosting"],"headline":"Ferry returns","author":{"@id":"#ann"}}]})"));
  EXPECT_EQ(article.title, "Ferry returns");
  EXPECT_EQ(article.authors, Texts{"Ann Lee"});
  EXPECT_EQ(article.site_name, "Harbour Post");
}

TEST(MetadataJsonLd, PrefersTheNodeThatNamesThePage) {
  const auto article = filled(json_ld(R"([
    {"@type":"NewsArticle","headline":"Tram stops","url":"https://www.harbourpost.example/city/2025/tram-stops",
     "datePublished":"2024-01-01","articleBody":"Long and other."},
    {"@type":"NewsArticle","headline":"Ferry returns","datePublished":"2025-03-01",
     "mainEntityOfPage":{"@type":"WebPage","@id":"https://harbourpost.example/city/2025/ferry-returns/"}}])"));
  EXPECT_EQ(article.title, "Ferry returns");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->rfc3339(), "2025-03-01");
}

TEST(MetadataJsonLd, PassesOverArticlesInAList) {
  const auto metadata = read(json_ld(R"({"@type":"ItemList","itemListElement":[
    {"@type":"ListItem","item":{"@type":"NewsArticle","headline":"Tram stops"}}]})"));
  EXPECT_TRUE(metadata.titles.empty());
}

TEST(MetadataJsonLd, ReadsAuthorsInEveryShape) {
  const auto authors = [](const std::string& json) {
    return filled(json_ld(R"({"@type":"NewsArticle","headline":"x y","author":)" + json + "}")).authors;
  };
  EXPECT_EQ(authors(R"("Ann Lee")"), Texts{"Ann Lee"});
  EXPECT_EQ(authors(R"(["Ann Lee","Bo Chan"])"), (Texts{"Ann Lee", "Bo Chan"}));
  EXPECT_EQ(authors(R"([[{"name":"Ann Lee"}],{"name":["Bo Chan","Cy Dee"]}])"),
            (Texts{"Ann Lee", "Bo Chan", "Cy Dee"}));
  EXPECT_EQ(authors(R"({"givenName":"Ann","familyName":"Lee"})"), Texts{"Ann Lee"});
}

TEST(MetadataJsonLd, TakesAnOrganisationAsAuthorOnlyIfThereIsNobodyElse) {
  const std::string both = json_ld(R"({"@type":"NewsArticle","headline":"x y","author":[
    {"@type":"Organization","name":"Coast Wire"},{"@type":"Person","name":"Ann Lee"}]})");
  EXPECT_EQ(filled(both).authors, Texts{"Ann Lee"});
  const std::string alone = json_ld(
      R"({"@type":"NewsArticle","headline":"x y","author":{"@type":"Organization","name":"Coast Wire"}})");
  EXPECT_EQ(filled(alone).authors, Texts{"Coast Wire"});
}

TEST(MetadataJsonLd, ResolvesReferencesThatWereEscapedTwice) {
  EXPECT_EQ(
      filled(json_ld(R"({"@type":"Article","headline":"Fish &amp;#39;n&amp;#39; chips &amp; peas"})")).title,
      "Fish 'n' chips & peas");
}

TEST(MetadataJsonLd, RepairsWhatIsBroken) {
  const auto article = filled(json_ld("{\"@type\":\"Article\",\"headline\":\"Ferry\treturns\",}"));
  EXPECT_EQ(article.title, "Ferry returns");
}

TEST(MetadataJsonLd, TellsWhatIsBehindThePaywall) {
  const auto metadata = read(json_ld(R"({"@type":"NewsArticle","headline":"x y","isAccessibleForFree":"False",
    "hasPart":[{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".locked"}]})"));
  ASSERT_TRUE(metadata.is_accessible_for_free);
  EXPECT_FALSE(*metadata.is_accessible_for_free);
  EXPECT_EQ(metadata.paywalled_parts, Texts{".locked"});
}

TEST(MetadataJsonLd, SaysNothingOfAccessWhereThePageDoesNot) {
  EXPECT_FALSE(read(json_ld(R"({"@type":"NewsArticle","headline":"x y"})")).is_accessible_for_free);
}

TEST(MetadataJsonLd, ReadsImagesInEveryShape) {
  const auto images = [](const std::string& json) {
    return texts(read(json_ld(R"({"@type":"Article","headline":"x y","image":)" + json + "}")).images);
  };
  EXPECT_EQ(images(R"("/a.jpg")"), Texts{"https://www.harbourpost.example/a.jpg"});
  EXPECT_EQ(images(R"({"url":"https://i.example/a.jpg"})"), Texts{"https://i.example/a.jpg"});
  EXPECT_EQ(images(R"([{"contentUrl":"https://i.example/a.jpg"},"https://i.example/b.jpg"])"),
            (Texts{"https://i.example/a.jpg", "https://i.example/b.jpg"}));
}

TEST(MetadataJsonLd, SurvivesDeepNesting) {
  std::string json;
  for (int i = 0; i < 20'000; ++i) json += "{\"a\":";
  EXPECT_TRUE(read(json_ld(json)).titles.empty());
}

// ---- meta, link, microdata, markup ----------------------------------------------------------------

TEST(MetadataMeta, FoldsTheCaseOfNamesAndFindsThemByEither) {
  const auto metadata =
      read("<meta name='DC.Title' content='Ferry returns'><meta property='og:type' content='article'>");
  EXPECT_EQ(metadata.meta("dc.title"), "Ferry returns");
  EXPECT_EQ(metadata.meta("dc:title"), "Ferry returns");
  EXPECT_EQ(metadata.meta("OG:Type"), "article");
  EXPECT_EQ(metadata.meta("og:image"), "");
}

TEST(MetadataMeta, PutsValuesInTheOrderOfTrust) {
  const auto metadata = read(
      "<title>t</title><meta name='twitter:title' content='tw'><meta name='dcterms.title' content='dc'>"
      "<meta name='parsely-title' content='pa'><meta property='og:title' content='og'><h1>h</h1>" +
      json_ld(R"({"@type":"Article","headline":"ld"})"));
  EXPECT_EQ(texts(metadata.titles), (Texts{"ld", "og", "pa", "dc", "tw", "h", "t"}));
}

TEST(MetadataMeta, TakesNoAddressForAnAuthor) {
  EXPECT_EQ(filled("<meta property='article:author' content='https://social.example/annlee'>"
                   "<meta name='author' content='By Ann Lee'>")
                .authors,
            Texts{"Ann Lee"});
}

TEST(MetadataAuthors, AreSpelledAsElsewhereInTheSource) {
  EXPECT_EQ(filled(json_ld(R"({"@type":"NewsArticle","headline":"x y","author":[
    {"name":"ann lee"},{"name":"Ann Lee"},{"name":"admin"}]})"))
                .authors,
            Texts{"Ann Lee"});
}

TEST(MetadataAuthors, AreNoAgencyOrDeskBesideAPerson) {
  EXPECT_EQ(filled(json_ld(R"({"@type":"NewsArticle","headline":"x y","author":[
    {"name":"Harbour Post Staff"},{"name":"Ann Lee"},{"name":"The Associated Press"}]})"))
                .authors,
            Texts{"Ann Lee"});
  EXPECT_EQ(filled("<meta name=author content='Reuters'>").authors, Texts{"Reuters"});
  EXPECT_EQ(filled("<meta name=author content='IN-Redaktion'>").authors, Texts{"IN-Redaktion"});
}

TEST(MetadataAuthors, AreNobodyWhereNobodyIsNamed) {
  EXPECT_TRUE(filled("<meta name=author content='By Staff'>").authors.empty());
  EXPECT_TRUE(filled("<meta name=author content='admin'>").authors.empty());
}

TEST(MetadataAuthors, OfCataloguesArePutInOrder) {
  EXPECT_EQ(filled("<meta name=citation_author content='Chan, Bo'>"
                   "<meta name=citation_author content='Lee, Ann M.'>")
                .authors,
            (Texts{"Bo Chan", "Ann M. Lee"}));
  EXPECT_EQ(filled("<meta name=dc.creator content='Ann Lee, Bo Chan'>").authors,
            (Texts{"Ann Lee", "Bo Chan"}));
}

TEST(MetadataSite, IsWhatItCallsItselfBeforeItsPublisher) {
  EXPECT_EQ(
      filled("<meta property='og:site_name' content='Harbour Post'>" +
             json_ld(R"({"@type":"NewsArticle","headline":"x y","publisher":{"name":"Post Media AB"}})"))
          .site_name,
      "Harbour Post");
}

TEST(MetadataMeta, TakesSeveralCitationAuthors) {
  EXPECT_EQ(
      filled("<meta name='citation_author' content='Ann Lee'><meta name='citation_author' content='Bo Chan'>")
          .authors,
      (Texts{"Ann Lee", "Bo Chan"}));
}

TEST(MetadataMicrodata, ReadsPropertiesWithinAnArticle) {
  const auto article = filled(
      "<div itemscope itemtype='https://schema.org/NewsArticle'><h2 itemprop='headline'>Ferry returns</h2>"
      "<span itemprop='author' itemscope itemtype='https://schema.org/Person'><b itemprop='name'>Ann "
      "Lee</b></span>"
      "<meta itemprop='datePublished' content='2025-03-01'></div><div itemprop='headline'>Not in "
      "scope</div>");
  EXPECT_EQ(article.title, "Ferry returns");
  EXPECT_EQ(article.authors, Texts{"Ann Lee"});
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->rfc3339(), "2025-03-01");
  EXPECT_EQ(article.origins.at("title"), "microdata headline");
}

TEST(MetadataMicrodata, LeavesTheScopeWhereItsElementEnds) {
  EXPECT_TRUE(read("<div itemscope itemtype='https://schema.org/Person'><b itemprop='name'>Ann Lee</b></div>")
                  .authors.empty());
}

TEST(MetadataTime, PrefersTheOneNearTheHeadline) {
  std::string filler;
  for (int i = 0; i < 300; ++i) filler += "<p>word</p>";
  const auto article = filled("<h1>Ferry returns</h1><time datetime='2025-03-01'>1 March</time>" + filler +
                              "<time datetime='2024-01-01'>teaser</time>");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->rfc3339(), "2025-03-01");
}

TEST(MetadataTime, TellsAChangeFromThePublication) {
  const auto article = filled(
      "<h1>Ferry returns</h1><time class='updated' datetime='2025-03-05'></time><time "
      "datetime='2025-03-01'></time>");
  ASSERT_TRUE(article.published && article.modified);
  EXPECT_EQ(article.published->rfc3339(), "2025-03-01");
  EXPECT_EQ(article.modified->rfc3339(), "2025-03-05");
}

TEST(MetadataTime, OfACommentOrOfAnotherArticleIsNotTheArticles) {
  for (const char* box :
       {"<section id='comments'><div class='comment'>joe <time datetime='2025-07-01'></time></div></section>",
        "<section class='related-posts'><time datetime='2025-05-01'>May 1</time> Town hall opens</section>",
        "<div class='related'><span class='date'>May 1, 2025</span></div>",
        "<ol class='comment-list'><li>Posted on May 1, 2025</li></ol>",
        "<aside><ul><li><time datetime='2025-06-20'></time> <a href='/1'>Fares</a></li></ul></aside>"}) {
    EXPECT_FALSE(filled("<article><h1>Ferry returns</h1><p>It sails again.</p></article>" + std::string(box))
                     .published)
        << box;
  }
}

TEST(MetadataTime, IsTheArticlesInAnAsideThatLeadsNowhereAndInWhateverHoldsTheHeadline) {
  for (const char* page :
       {"<h1>Ferry returns</h1><aside>Ann Lee <time datetime='2025-06-20'></time></aside>",
        "<h1>Ferry returns</h1><aside><ul><li><time datetime='2025-06-20'></time></li></ul></aside>",
        "<div class='related'><h1>Ferry returns</h1><time datetime='2025-06-20'></time></div>",
        "<h1>Ferry returns</h1><article class='comments-open'><time "
        "datetime='2025-06-20'></time></article>"}) {
    const Article article = filled(page);
    ASSERT_TRUE(article.published) << page;
    EXPECT_EQ(article.published->rfc3339(), "2025-06-20") << page;
  }
}

// ---- dates that a reader sees ---------------------------------------------------------------------

TEST(MetadataVisibleDate, IsNoPartOfTheHeadlineThatStandsInTheSameElement) {
  const auto article = filled(
      "<header><h1>Thirty ferries in one harbour</h1><p>A long look back at boats</p><p>March 3, "
      "2021</p></header>");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->rfc3339(), "2021-03-03");
}

TEST(MetadataLabelledDate, IsTakenFromTheEndOfAPageThatHasNoOther) {
  const std::string text =
      "<h1>Ferry returns</h1><p>" + std::string(1500, 'x') + "</p><p>On 5 May 2019 it left.</p>";
  const auto published = filled(text + "<p>Published on 3 March 2021</p><p>Published on 4 March 2021</p>");
  ASSERT_TRUE(published.published);
  EXPECT_EQ(published.published->rfc3339(), "2021-03-03");
  EXPECT_EQ(published.origins.at("published"), "labelled date");
  const auto modified = filled(text + "<p>Last updated: 3 March 2021</p>");
  EXPECT_FALSE(modified.published);
  ASSERT_TRUE(modified.modified);
  EXPECT_EQ(modified.modified->rfc3339(), "2021-03-03");
  EXPECT_FALSE(filled(text + "<aside><p>Published on 3 March 2021</p></aside>").published);
  EXPECT_EQ(filled("<time datetime='2020-02-02'></time>" + text + "<p>Published on 3 March 2021</p>")
                .published->rfc3339(),
            "2020-02-02");
}

TEST(MetadataVisibleDate, IsALineBelowTheHeadlineInAnyElement) {
  for (const char* line :
       {"<p class='x7'>Posted on March 3, 2021 by Ann Lee</p>", "<p>Ann Lee | 3. März 2021</p>",
        "<div><span><b>2021-03-03</b></span> <span>6 min read</span></div>"}) {
    const Article article = filled("<h1>Ferry returns</h1>" + std::string(line) + "<p>It sails again.</p>");
    ASSERT_TRUE(article.published) << line;
    EXPECT_EQ(article.published->rfc3339(), "2021-03-03") << line;
    EXPECT_EQ(article.origins.at("published"), "date near the headline");
  }
}

TEST(MetadataVisibleDate, ThatTellsOfAChangeIsNoPublication) {
  const Article article = filled("<h1>Ferry returns</h1><div>Updated on <!-- --> <i>July 9, 2025</i></div>");
  EXPECT_FALSE(article.published);
  ASSERT_TRUE(article.modified);
  EXPECT_EQ(article.modified->rfc3339(), "2025-07-09");
}

TEST(MetadataVisibleDate, OfALineWithTwoIsWhatItsLabelSays) {
  for (const char* line : {"<div>By <span>Ann Lee</span><br>Published 3 June 2025 at 8:15 AM EST | Updated: "
                           "June 4, 2025 10:30 pm "
                           "EST</div>",
                           "<div class='dates'><span>Published: June 3, 2025, 8:15 a.m. EST</span><span>Last "
                           "updated: June 4, 2025, "
                           "10:30 p.m. EST</span></div>",
                           "<div><span>June 3, 2025, 8:15 a.m. EST</span><span>Updated June 4, 2025, 10:30 "
                           "p.m. EST</span></div>",
                           "<p class='date'>Updated June 4, 2025, 10:30 p.m. EST; first published June 3, "
                           "2025, 8:15 a.m. EST</p>"}) {
    const Article article = filled("<h1>Ferry returns</h1>" + std::string(line) + "<p>It sails again.</p>");
    ASSERT_TRUE(article.published && article.modified) << line;
    EXPECT_EQ(article.published->rfc3339(), "2025-06-03T08:15:00-05:00") << line;
    EXPECT_EQ(article.modified->rfc3339(), "2025-06-04T22:30:00-05:00") << line;
  }
}

TEST(MetadataVisibleDate, OfALineWithTwoIsReadInOtherLanguages) {
  for (const char* line : {"Publié le 3 juin 2025 - Mis à jour le 4 juin 2025",
                           "Am 3. Juni 2025 veröffentlicht, am 4. Juni 2025 aktualisiert",
                           "Veröffentlicht: 3. Juni 2025, aktualisiert: 4. Juni 2025",
                           "2025年6月3日公開 2025年6月4日更新", "发布于2025年6月3日 更新于2025年6月4日"}) {
    const Article article = filled("<h1>Ferry returns</h1><p>" + std::string(line) + "</p>");
    ASSERT_TRUE(article.published && article.modified) << line;
    EXPECT_EQ(article.published->rfc3339(), "2025-06-03") << line;
    EXPECT_EQ(article.modified->rfc3339(), "2025-06-04") << line;
  }
}

TEST(MetadataVisibleDate, IsNotOneInASentenceNorInANavigation) {
  const Article article = filled(
      "<h1>Ferry returns</h1><nav>March 3, 2021</nav><p>The first boat sailed on the third of May and the "
      "second, which "
      "the company had bought in a hurry, on May 4, 2019, when nobody was at the pier to see it leave.</p>");
  EXPECT_FALSE(article.published);
}

TEST(MetadataVisibleDate, CountsLessThanATimeElement) {
  const Article article =
      filled("<h1>Ferry returns</h1><p>March 3, 2021</p><time datetime='2021-03-02'>yesterday</time>");
  EXPECT_EQ(article.published->rfc3339(), "2021-03-02");
}

TEST(MetadataVisibleDate, StandsBelowTheSecondHeadingWhereThereIsNoFirst) {
  const Article article = filled("<h2>Which ferry?</h2><p>by gull7 » Sun Dec 17, 2023 11:18 am</p>");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->rfc3339().substr(0, 10), "2023-12-17");
}

// ---- fill -----------------------------------------------------------------------------------------

TEST(MetadataFill, KeepsWhatIsThere) {
  Article article;
  article.title = "Mine";
  read("<title>Theirs</title>").fill(article);
  EXPECT_EQ(article.title, "Mine");
  EXPECT_EQ(article.origins.count("title"), 0u);
}

TEST(MetadataFill, StripsTheSiteFromTheTitleElement) {
  EXPECT_EQ(
      filled(
          "<meta property='og:site_name' content='Harbour Post'><title>Ferry returns | Harbour Post</title>")
          .title,
      "Ferry returns");
  EXPECT_EQ(filled("<title>Ferry returns - City - Harbour Post</title>").title, "Ferry returns - City");
  EXPECT_EQ(filled("<title>Harbour Post: Ferry returns</title>").title, "Ferry returns");
}

TEST(MetadataFill, StripsATailThatTheHeadingDoesNotHave) {
  EXPECT_EQ(filled("<title>Ferry returns | Coast News Network</title><h1>Ferry returns</h1>").title,
            "Ferry returns");
}

TEST(MetadataFill, LeavesADashThatBelongsToTheHeadline) {
  EXPECT_EQ(filled("<title>Ferry returns - and this time it stays afloat</title>").title,
            "Ferry returns - and this time it stays afloat");
}

TEST(MetadataFill, PrefersTheHeadingToASocialHeadline) {
  EXPECT_EQ(filled("<meta property='og:title' content='You will not believe which boat is back'><h1>Ferry "
                   "returns after a year</h1>" +
                   json_ld(R"({"@type":"NewsArticle","headline":"Ferry returns after a year"})"))
                .title,
            "Ferry returns after a year");
}

TEST(MetadataFill, DoesNotTakeTheMastheadForTheHeadline) {
  const auto article = filled(
      "<h1><a href='/'>The Paper of the Coast</a></h1><h2>x</h2><meta property='og:title' content='Ferry "
      "returns'>");
  EXPECT_EQ(article.title, "Ferry returns");
  EXPECT_EQ(filled("<meta property='og:site_name' content='Harbour Post'><h1>Harbour Post</h1>"
                   "<meta property='og:title' content='Ferry returns'>")
                .title,
            "Ferry returns");
}

TEST(MetadataFill, NormalisesTheLanguage) {
  EXPECT_EQ(filled("<html lang='en_us'><p>x</p>").language, "en-US");
  EXPECT_EQ(filled("<html lang='ZH-hant-hk'><p>x</p>").language, "zh-Hant-HK");
  EXPECT_EQ(filled("<meta property='og:locale' content='pt_BR'>").language, "pt-BR");
  EXPECT_EQ(filled("<html lang='English'><p>x</p>").language, "");
}

TEST(MetadataFill, DistrustsACanonicalThatIsTheFirstPage) {
  EXPECT_EQ(filled("<link rel=canonical href='/'>").canonical_url, story_url);
  EXPECT_EQ(filled("<link rel=canonical href='/city/ferry'>").canonical_url,
            "https://www.harbourpost.example/city/ferry");
  EXPECT_EQ(filled("<link rel=canonical href='/'>", "https://a.example/").canonical_url,
            "https://a.example/");
}

TEST(MetadataFill, TakesTheAddressWithoutTrackingWhereNoneIsDeclared) {
  EXPECT_EQ(filled("<p>x</p>", std::string(story_url) + "?utm_source=mail").canonical_url, story_url);
}

TEST(MetadataFill, PassesOverDatesThatAreNone) {
  const auto article = filled(
      "<meta property='article:published_time' content='yesterday'><meta name='date' content='2025-03-01'>");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->rfc3339(), "2025-03-01");
  EXPECT_EQ(article.origins.at("published"), "meta date");
}

TEST(MetadataFill, MakesNoDateUp) {
  EXPECT_FALSE(filled("<p>x</p>").published);
}

TEST(MetadataFill, GivesTheImageItsSize) {
  const auto article = filled(
      "<meta property='og:image' content='/a.jpg'><meta property='og:image:width' content='1200'>"
      "<meta property='og:image:height' content='630'>");
  ASSERT_TRUE(article.image);
  EXPECT_EQ(article.image->url, "https://www.harbourpost.example/a.jpg");
  EXPECT_EQ(article.image->width, 1200);
  EXPECT_EQ(article.image->height, 630);
}

TEST(MetadataFill, HonoursTheBaseElement) {
  EXPECT_EQ(
      filled("<base href='https://cdn.example/x/'><meta property='og:image' content='a.jpg'>").image->url,
      "https://cdn.example/x/a.jpg");
}

TEST(MetadataFill, TakesNoSiteForAPerson) {
  EXPECT_EQ(
      filled(
          "<meta property='og:site_name' content='Harbour Post'><meta name='author' content='Harbour Post'>"
          "<a rel=author href='/ann'>Ann Lee</a>")
          .authors,
      Texts{"Ann Lee"});
}

TEST(MetadataFill, WorksWithoutAPageUrl) {
  const auto article = filled("<title>Ferry returns</title><meta property='og:image' content='/a.jpg'>", "");
  EXPECT_EQ(article.title, "Ferry returns");
  EXPECT_FALSE(article.image);
  EXPECT_EQ(article.canonical_url, "");
}

// ---- what a reader sees ---------------------------------------------------------------------------

std::string below_headline(const std::string& html) {
  return "<title>Ferry returns</title><h1>Ferry returns</h1>" + html;
}

TEST(MetadataVisible, ReadsNameAndDateFromTheLineBelowTheHeadline) {
  const auto article = filled(below_headline("<p><span>By</span><span>Ann Lee</span> | March 3, 2025</p>"));
  EXPECT_EQ(article.authors, Texts{"Ann Lee"});
  EXPECT_EQ(article.published->rfc3339(), "2025-03-03");
  EXPECT_EQ(article.origins.at("authors"), "line below the headline");
}

TEST(MetadataVisible, ReadsNameBehindTheDate) {
  const auto article = filled(below_headline("<div>Published August 7, 2023 by Ann Lee</div>"));
  EXPECT_EQ(article.authors, Texts{"Ann Lee"});
  EXPECT_EQ(article.published->rfc3339(), "2023-08-07");
}

TEST(MetadataVisible, EndsANameBeforeTheMonthOfADate) {
  EXPECT_EQ(filled(below_headline("<p>by: Ann Lee, Dec 17, 2025</p>")).authors, Texts{"Ann Lee"});
  EXPECT_EQ(filled(below_headline("<p>By Ann Lee December 17, 2025</p>")).authors, Texts{"Ann Lee"});
}

TEST(MetadataVisible, TakesTheLineAfterOneThatOnlySaysBy) {
  EXPECT_EQ(filled(below_headline("<p>Written by</p><p>Ann Lee</p>")).authors, Texts{"Ann Lee"});
}

TEST(MetadataVisible, TakesTheNameBehindItsLabelInALineOfChinese) {
  EXPECT_EQ(filled(below_headline("<p>2025年06月03日 来源：港口日报 作者：李明 责任编辑：王芳</p>")).authors,
            Texts{"李明"});
}

TEST(MetadataVisible, TakesThePeopleBesideAnAgency) {
  EXPECT_EQ(filled(below_headline("<p>Par Luc Petit et Zoé Roux, avec AFP</p>")).authors,
            (Texts{"Luc Petit", "Zoé Roux"}));
}

TEST(MetadataVisible, TakesTheLinkToAnAuthorsPage) {
  EXPECT_EQ(filled(below_headline("<div><a href='/authors/ann-lee'>Ann Lee</a> 5 min read</div>")).authors,
            Texts{"Ann Lee"});
  EXPECT_TRUE(filled(below_headline("<div><a href='/islands/lantau'>Lantau Island</a> 5 min read</div>"))
                  .authors.empty());
}

TEST(MetadataVisible, TakesNoAgencyForAPerson) {
  EXPECT_TRUE(filled(below_headline("<p>By AFP</p>")).authors.empty());
}

TEST(MetadataMeta, ReadsTheLabelledAuthorOfACard) {
  const std::string value = "<meta name='twitter:data1' content='Ann Lee'>";
  EXPECT_EQ(filled("<meta name='twitter:label1' content='Written by'>" + value).authors, Texts{"Ann Lee"});
  EXPECT_TRUE(filled("<meta name='twitter:label1' content='Likes'>" + value).authors.empty());
}

TEST(MetadataMicrodata, ReadsAPropertyOfThePageThatStandsInNoItem) {
  const auto article = filled(
      "<meta itemprop='author' content='Ann Lee'><meta itemprop='datePublished' content='2025-03-03'>");
  EXPECT_EQ(article.authors, Texts{"Ann Lee"});
  EXPECT_EQ(article.published->rfc3339(), "2025-03-03");
}

TEST(MetadataFill, PrefersANameToAnAccountAndToTheSite) {
  const std::string byline = "<h1>Ferry returns</h1><p>By Ann Lee</p>";
  EXPECT_EQ(filled("<meta name=author content='ann.lee.1232'>" + byline).authors, Texts{"Ann Lee"});
  EXPECT_EQ(filled("<meta name=author content='Harbour Post'>" + byline).authors, Texts{"Ann Lee"});
  EXPECT_EQ(filled("<meta name=author content='ann.lee.1232'>").authors, Texts{"ann.lee.1232"});
}

}  // namespace
}  // namespace pith
