#include "core/fetch/robots_rules.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pith {
namespace {

using std::chrono::milliseconds;

/// Rules for the crawler "Pith".
RobotsRules rules(const std::string& text) {
  return RobotsRules::parse(text, "Pith");
}

/// One group for everybody.
RobotsRules rules_for_all(const std::string& lines) {
  return rules("User-agent: *\n" + lines);
}

TEST(RobotsRules, AllowEverythingIfThereAreNone) {
  EXPECT_TRUE(rules("").allows("/a"));
  EXPECT_TRUE(RobotsRules().allows("/a"));
  EXPECT_TRUE(rules("<!DOCTYPE html><title>Not found</title>").allows("/a"));
}

// RFC 9309, section 2.2.1: the crawler's own group counts alone; the one for * only if there is none.
TEST(RobotsRules, OwnGroupReplacesTheGeneralOne) {
  const auto own = rules("User-agent: *\nDisallow: /x\nUser-agent: pith\nDisallow: /y\n");
  EXPECT_TRUE(own.allows("/x"));
  EXPECT_FALSE(own.allows("/y"));
  const auto general = rules("User-agent: other\nDisallow: /\nUser-agent: *\nDisallow: /x\n");
  EXPECT_FALSE(general.allows("/x"));
  EXPECT_TRUE(general.allows("/y"));
}

TEST(RobotsRules, AnOwnGroupWithoutRulesAllowsEverything) {
  EXPECT_TRUE(rules("User-agent: *\nDisallow: /\nUser-agent: Pith\n").allows("/x"));
}

// RFC 9309, section 2.2.1: groups of one crawler are combined, product tokens compared without case.
TEST(RobotsRules, GroupsOfOneCrawlerAreCombined) {
  const auto both = rules(
      "user-agent: PITH\ndisallow: /a\n\nuser-agent: b\ndisallow: /\n\nUser-Agent: Pith/1.0\nDISALLOW: /c");
  EXPECT_FALSE(both.allows("/a"));
  EXPECT_FALSE(both.allows("/c"));
  EXPECT_TRUE(both.allows("/d"));
}

TEST(RobotsRules, SeveralAgentsShareAGroup) {
  const auto shared = rules("User-agent: other\nUser-agent: pith\nDisallow: /a\n");
  EXPECT_FALSE(shared.allows("/a"));
  EXPECT_FALSE(rules("User-agent: *\nUser-agent: pith\nDisallow: /a\n").allows("/a"));
}

// Google: lines other than allow, disallow and user-agent end no group.
TEST(RobotsRules, OtherLinesEndNoGroup) {
  const auto split =
      rules("user-agent: pith\nsitemap: https://a.example/s.xml\n\nuser-agent: b\ndisallow: /\n");
  EXPECT_FALSE(split.allows("/x"));
}

TEST(RobotsRules, ABlankLineEndsNoGroup) {
  EXPECT_FALSE(rules("User-agent: *\n\n\nDisallow: /x\n").allows("/x"));
}

TEST(RobotsRules, RulesBeforeAnyAgentMeanNothing) {
  EXPECT_TRUE(rules("Disallow: /\nUser-agent: *\nDisallow: /x\n").allows("/y"));
}

TEST(RobotsRules, ATokenIsComparedWhole) {
  EXPECT_TRUE(rules("User-agent: pithy\nDisallow: /\n").allows("/x"));
  EXPECT_TRUE(rules("User-agent: pit\nDisallow: /\n").allows("/x"));
  EXPECT_FALSE(rules("User-agent: pith images\nDisallow: /\n").allows("/x"));
}

// RFC 9309, section 2.2.2: the match with the most octets counts; allow if two are as long.
TEST(RobotsRules, TheLongestMatchCounts) {
  EXPECT_TRUE(rules_for_all("Allow: /p\nDisallow: /\n").allows("/page"));
  EXPECT_TRUE(rules_for_all("Disallow: /folder\nAllow: /folder\n").allows("/folder/page"));
  EXPECT_FALSE(rules_for_all("Allow: /page\nDisallow: /*.htm\n").allows("/page.htm"));
  EXPECT_TRUE(rules_for_all("Allow: /page\nDisallow: /*.ph\n").allows("/page.php5"));
  EXPECT_TRUE(rules_for_all("Disallow: /x\nAllow: /x/\n").allows("/x/"));
  EXPECT_FALSE(rules_for_all("Disallow: /x\nAllow: /x/\n").allows("/x"));
}

TEST(RobotsRules, AnEmptyRuleMeansNothing) {
  EXPECT_TRUE(rules_for_all("Disallow:\n").allows("/x"));
  EXPECT_FALSE(rules_for_all("Disallow: /\nAllow:\n").allows("/x"));
}

TEST(RobotsRules, RobotsTxtItselfMayBeFetched) {
  EXPECT_TRUE(rules_for_all("Disallow: /\n").allows("/robots.txt"));
  EXPECT_FALSE(rules_for_all("Disallow: /\n").allows("/robots.txt?x"));
}

/// Google's documentation, section "URL matching based on path values".
struct Match {
  const char* pattern;
  const char* path;
  bool matches;
};

constexpr Match published[] = {{"/", "/any/thing", true},
                               {"/*", "/any", true},
                               {"/$", "/", true},
                               {"/$", "/a", false},
                               {"/fish", "/fish", true},
                               {"/fish", "/fish.html", true},
                               {"/fish", "/fish/salmon.html", true},
                               {"/fish", "/fishheads", true},
                               {"/fish", "/fishheads/yummy.html", true},
                               {"/fish", "/fish.php?id=anything", true},
                               {"/fish", "/Fish.asp", false},
                               {"/fish", "/catfish", false},
                               {"/fish", "/?id=fish", false},
                               {"/fish", "/desert/fish", false},
                               {"/fish*", "/fish", true},
                               {"/fish*", "/fishheads", true},
                               {"/fish*", "/catfish", false},
                               {"/fish/", "/fish/", true},
                               {"/fish/", "/fish/?id=anything", true},
                               {"/fish/", "/fish", false},
                               {"/fish/", "/fish.html", false},
                               {"/fish/", "/animals/fish/", false},
                               {"/*.php", "/index.php", true},
                               {"/*.php", "/folder/any.php.file.html", true},
                               {"/*.php", "/filename.php/", true},
                               {"/*.php", "/", false},
                               {"/*.php", "/windows.PHP", false},
                               {"/*.php$", "/filename.php", true},
                               {"/*.php$", "/folder/filename.php", true},
                               {"/*.php$", "/filename.php?parameters", false},
                               {"/*.php$", "/filename.php/", false},
                               {"/*.php$", "/filename.php5", false},
                               {"/*.php$", "/x.php.php", true},
                               {"/fish*.php", "/fish.php", true},
                               {"/fish*.php", "/fishheads/catfish.php?parameters", true},
                               {"/fish*.php", "/Fish.PHP", false},
                               {"*/fish", "/desert/fish", true},
                               {"/a**b", "/axb", true},
                               {"/a*b*c$", "/abbcc", true},
                               {"/a*bc$", "/abc", true},
                               {"/ab*b$", "/ab", false},
                               {"/a$b", "/a$b", true},
                               {"/*$", "/x", true},
                               {"$", "/", false},
                               {"fish", "/fish", false}};

TEST(RobotsRules, MatchPathsAsGooglePublishes) {
  for (const Match& match : published) {
    EXPECT_EQ(robots_path_matches(match.path, match.pattern), match.matches)
        << match.pattern << " " << match.path;
  }
}

// RFC 9309, section 2.2.2, the table of equal spellings.
TEST(RobotsRules, SpellingsOfOnePathAreEqual) {
  EXPECT_EQ(normal_robots_path("/foo/bar?baz=quz"), "/foo/bar?baz=quz");
  EXPECT_EQ(normal_robots_path("/foo/bar?baz=http://foo.bar"), "/foo/bar?baz=http://foo.bar");
  EXPECT_EQ(normal_robots_path("/foo/bar/\xE3\x83\x84"), "/foo/bar/%E3%83%84");
  EXPECT_EQ(normal_robots_path("/foo/bar/%e3%83%84"), "/foo/bar/%E3%83%84");
  EXPECT_EQ(normal_robots_path("/foo/bar/%62%61%7A"), "/foo/bar/baz");
  EXPECT_EQ(normal_robots_path("/a b"), "/a%20b");
  EXPECT_EQ(normal_robots_path("/100%"), "/100%");
  EXPECT_EQ(normal_robots_path("/%zz%4"), "/%zz%4");
}

TEST(RobotsRules, CompareSpellingsNotBytes) {
  const auto encoded = rules_for_all("Disallow: /%7ejoe/\nDisallow: /\xE3\x83\x84\n");
  EXPECT_FALSE(encoded.allows("/~joe/index.html"));
  EXPECT_FALSE(encoded.allows("/%7Ejoe/"));
  EXPECT_FALSE(encoded.allows("/%e3%83%84/x"));
}

// RFC 9309, section 2.2.3: a special character is meant as itself when percent-encoded.
TEST(RobotsRules, EncodedSpecialCharactersAreNoWildcards) {
  const auto literal = rules_for_all("Disallow: /file-with-a-%2A.html\nDisallow: /path/foo-%24\n");
  EXPECT_FALSE(literal.allows("/file-with-a-%2A.html"));
  EXPECT_TRUE(literal.allows("/file-with-a-b.html"));
  EXPECT_FALSE(literal.allows("/path/foo-%24x"));
}

TEST(RobotsRules, CommentsSpacesAndEveryLineEndingAreUnderstood) {
  const auto odd = rules(
      "\xEF\xBB\xBF"
      "User-agent : *  # all\r\tDisallow :\t/a # not this\r\n  Disallow:/b\n#Disallow: /c");
  EXPECT_FALSE(odd.allows("/a"));
  EXPECT_FALSE(odd.allows("/b"));
  EXPECT_TRUE(odd.allows("/c"));
}

// Google's parser hears what was evidently meant.
TEST(RobotsRules, HearsWhatWasMeant) {
  EXPECT_FALSE(rules("useragent: *\ndissallow: /a\n").allows("/a"));
  EXPECT_FALSE(rules("user-agent *\ndisallow /a\n").allows("/a"));
  EXPECT_TRUE(rules("user-agent *\ndisallow /a or so\n").allows("/a"));
}

TEST(RobotsRules, GiveTheCrawlDelayOfTheGroupThatCounts) {
  EXPECT_EQ(rules_for_all("Crawl-delay: 10\n").crawl_delay(), milliseconds(10'000));
  EXPECT_EQ(rules_for_all("Crawl-delay: 0.5\n").crawl_delay(), milliseconds(500));
  EXPECT_EQ(rules("User-agent: *\nCrawl-delay: 10\nUser-agent: pith\nCrawl-delay: 2").crawl_delay(),
            milliseconds(2'000));
  EXPECT_EQ(rules("User-agent: *\nCrawl-delay: 10\nUser-agent: pith\nDisallow: /x").crawl_delay(),
            std::nullopt);
  EXPECT_EQ(rules_for_all("Crawl-delay: 1e300\n").crawl_delay(), milliseconds(86'400'000));
  for (const char* wrong : {"soon", "-1", "nan", ""}) {
    EXPECT_EQ(rules_for_all("Crawl-delay: " + std::string(wrong)).crawl_delay(), std::nullopt) << wrong;
  }
}

TEST(RobotsRules, NameSitemapsForWhateverAgent) {
  const auto with =
      rules("Sitemap: https://a.example/1.xml\nUser-agent: b\nSitemap: https://a.example/2.xml # two\n");
  EXPECT_EQ(with.sitemaps(),
            (std::vector<std::string>{"https://a.example/1.xml", "https://a.example/2.xml"}));
}

TEST(RobotsRules, KeepTheirMemoryInBounds) {
  std::string many;
  while (many.size() < RobotsRules::most_bytes) many += "Sitemap: https://a.example/\n";
  EXPECT_EQ(rules(many).sitemaps().size(), RobotsRules::most_sitemaps);
}

// RFC 9309, section 2.5: 500 KiB at least are read. The line that is cut would mean something else.
TEST(RobotsRules, WhatComesBeyondTheLimitIsNotRead) {
  std::string text = "User-agent: *\nDisallow: /first\n#";
  text.resize(RobotsRules::most_bytes - std::string("\nDisallow: /").size(), 'x');
  text += "\nDisallow: /second\nDisallow: /third\n";
  const auto cut = rules(text);
  EXPECT_FALSE(cut.allows("/first"));
  EXPECT_TRUE(cut.allows("/second"));
  EXPECT_TRUE(cut.allows("/other"));
}

TEST(RobotsRules, HostilePatternsTakeNoTimeWorthTelling) {
  std::string stars;
  for (int i = 0; i < 2'000; ++i) stars += "*a";
  EXPECT_FALSE(robots_path_matches("/" + std::string(8'000, 'a'), "/" + stars + "b"));
  EXPECT_TRUE(robots_path_matches("/" + std::string(8'000, 'a'), "/" + stars));
}

}  // namespace
}  // namespace pith
