#include "core/sitemap/xml_repair.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

std::string repaired(std::string_view text, bool expected) {
  XmlRepair repair(text);
  std::string all;
  for (std::string_view piece = repair.next(); !piece.empty(); piece = repair.next()) all += piece;
  EXPECT_EQ(repair.repaired(), expected) << text;
  return all;
}

TEST(XmlRepair, LeavesGoodXmlAlone) {
  constexpr std::string_view good = "<a b='c'>d &amp; &#38; &#x26; <![CDATA[e & < f]]></a>\n";
  EXPECT_EQ(repaired(good, false), good);
}

TEST(XmlRepair, LeavesOutWhatNoReaderNeeds) {
  EXPECT_EQ(
      repaired(" <?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><!-- <d> --><a><!-- & --></a>", false),
      "<a></a>");
}

TEST(XmlRepair, MendsWhatStopsAParser) {
  EXPECT_EQ(repaired("<a>?b=c&d=e&amp;f&b;</a>", true), "<a>?b=c&amp;d=e&amp;f&amp;b;</a>");
  EXPECT_EQ(repaired("<a>1 < 2</a>", true), "<a>1 &lt; 2</a>");
  EXPECT_EQ(repaired("<a>b\x01\x1f</a>", true), "<a>b</a>");
  EXPECT_EQ(repaired("<a><![CDATA[b", true), "<a><![CDATA[b]]>");
}

TEST(XmlRepair, GivesPiecesOfABoundedSize) {
  std::string text = "<a>";
  for (int i = 0; i < 100000; ++i) text += "<b>text</b>";
  XmlRepair repair(text);
  std::string all;
  for (std::string_view piece = repair.next(); !piece.empty(); piece = repair.next()) {
    EXPECT_LE(piece.size(), 200000U);
    all += piece;
  }
  EXPECT_EQ(all, text);
}

TEST(XmlRepair, CutsEndlessTexts) {
  EXPECT_EQ(repaired("<a>" + std::string(1 << 20, 'b') + "</a>", true).size(), (64U << 10) + 4);
}

}  // namespace
}  // namespace pith
