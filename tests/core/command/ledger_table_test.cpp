#include "core/command/ledger_table.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

PageExtraction page() {
  PageExtraction page;
  page.choice = "its host is example.com";
  Extraction& extraction = page.extraction;
  extraction.status = Status::ok;
  extraction.plugin = "example";
  extraction.recipe = "2023 layout";
  extraction.removals = {{Boilerplate::share, "drop .share", {10, 250}, "Share this", 10},
                         {Boilerplate::citation_mark, "citation", {}, "[1]\x1b[2J\nmore", 3}};
  return page;
}

TEST(LedgerTable, ShowsKindRulePlaceAndFirstWordsInColumns) {
  EXPECT_EQ(ledger_table("a.html", page(), false),
            "a.html: ok, plugin example, recipe '2023 layout' (its host is example.com)\n"
            "2 removals:\n"
            "  kind           rule         bytes   first words\n"
            "  share          drop .share  10-250  Share this\n"
            "  citation_mark  citation     -       [1][2J more\n");
}

TEST(LedgerTable, HasColoursOnlyWhenAsked) {
  EXPECT_NE(ledger_table("a.html", page(), true).find("\x1b[33m"), std::string::npos);
}

TEST(LedgerTable, KeepsColumnsNarrowAndCharactersWhole) {
  PageExtraction wide = page();
  wide.extraction.removals = {{Boilerplate::other, std::string(200, 'r'), {}, "", 0}};
  for (int i = 0; i < 100; ++i) wide.extraction.removals[0].excerpt += "\u00e9";
  const std::string table = ledger_table("a.html", wide, false);
  EXPECT_NE(table.find(std::string(41, 'r') + "..."), std::string::npos) << table;
  EXPECT_NE(table.find("\u00e9..."), std::string::npos) << table;
}

TEST(LedgerTable, SaysThatNothingWasCut) {
  EXPECT_EQ(ledger_table("a.html", {}, false), "a.html: no_article\n0 removals\n");
}

}  // namespace
}  // namespace pith
