// "Immutable after parsing; copies share the table; safe to use from any number of threads" (document.hpp),
// and the same of a compiled selector. The thread sanitizer sees what equality alone would not.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "at_once.hpp"
#include "pith/document.hpp"
#include "pith/json.hpp"
#include "pith/metadata.hpp"
#include "pith/selector.hpp"

namespace pith {
namespace {

constexpr std::size_t readers = 4;

std::string page_of_rows(int rows) {
  std::string html = "<title>Tide tables</title><meta name=author content='Ann Pier'><table id=tides>";
  for (int i = 0; i < rows; ++i)
    html += "<tr class='row'><td>port " + std::to_string(i) + "<td class=low>" + std::to_string(i % 9);
  return html;
}

std::string all_of(const Document& document, const Selector& low_water) {
  std::string seen = Metadata::read(document, "https://tides.example/today").titles.front().text;
  for (const Node cell : document.select(low_water)) seen += cell.previous_element().text() + cell.text();
  for (std::uint32_t row = 0; row < document.size(); ++row) {
    const Node node = document.at(row);
    seen += std::to_string(node.source().begin) + std::string(node.name());
  }
  return seen + document.root().text_content();
}

TEST(Threads, ReadOneDocumentWithOneSelector) {
  const Document document = Document::parse(page_of_rows(60));
  const Selector low_water("#tides tr:has(.low):nth-child(2n) > td.low:not(:empty)");
  std::vector<std::string> seen(readers);
  at_once(readers, [&](std::size_t i) { seen[i] = all_of(document, low_water); });
  EXPECT_NE(seen.front().find("port 59"), std::string::npos);
  for (const std::string& one : seen) EXPECT_EQ(one, seen.front());
}

TEST(Threads, KeepADocumentAliveWhoseOriginalIsGone) {
  std::vector<std::string> seen(readers);
  auto document = std::make_unique<Document>(Document::parse(page_of_rows(20)));
  std::vector<Document> copies(readers, *document);
  document.reset();
  at_once(readers, [&](std::size_t i) {
    const Document mine = std::move(copies[i]);
    seen[i] = mine.root().text();
  });
  EXPECT_NE(seen.front().find("port 19"), std::string::npos);
  for (const std::string& one : seen) EXPECT_EQ(one, seen.front());
}

TEST(Threads, ParsePagesOfEveryKindBesideEachOther) {
  const std::string html = page_of_rows(30);
  std::vector<std::string> seen(readers);
  at_once(readers, [&](std::size_t i) {
    Page page;
    page.headers = {{"Content-Type", "text/html; charset=windows-1252"}};
    page.bytes = "<p>caf\xE9</p>";
    const JsonDocument json = JsonDocument::parse_lenient("{a: 1, \"b\": [2,]}");
    seen[i] = Document::parse(html).root().text() +
              Document::parse_xml("<feed><entry>one</entry></feed>").root().text() +
              Document::from(page).root().text() + json.root()["b"].at(0).scalar();
  });
  EXPECT_NE(seen.front().find("caf\u00e9"), std::string::npos);
  for (const std::string& one : seen) EXPECT_EQ(one, seen.front());
}

}  // namespace
}  // namespace pith
