#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content/chrome_words.hpp"
#include "content/text_measure.hpp"
#include "pith/boilerplate.hpp"
#include "pith/document.hpp"

namespace pith {

/// Where a run of text stands: what the elements around it say, from the outermost in. Depths count elements
/// from the document; 0 says that there is none.
struct RunScope {
  std::uint16_t depth = 0;
  std::uint16_t article = 0;
  std::uint16_t boilerplate = 0;       ///< nearest element whose names say boilerplate for sure
  std::uint16_t weak_boilerplate = 0;  ///< nearest whose names may say so
  std::uint16_t content = 0;           ///< nearest whose names say content
  std::uint16_t content_names = 0;     ///< how many do
  Boilerplate kind = Boilerplate::other;
  Boilerplate weak_kind = Boilerplate::other;
  bool navigation = false, footer = false, aside = false, header = false, form = false, main = false;
  bool list = false, table = false, quote = false, code = false, figure = false, link = false;
  bool declared_body = false;  ///< microdata articleBody
  std::uint8_t heading = 0;    ///< level of the heading around it
};

/// Text that a reader takes in as one: what stands between two borders of blocks, or two line breaks in a
/// row. Counts are of visible text; bytes are without white space.
struct TextRun {
  std::uint32_t begin_row = 0;  ///< first text
  std::uint32_t end_row = 0;    ///< one past the last text
  std::uint32_t container = 0;  ///< row of the nearest block element
  std::uint32_t offset = 0;     ///< bytes of visible text before it
  std::uint32_t bytes = 0;
  std::uint32_t link_bytes = 0;
  std::uint32_t words = 0;
  std::uint32_t letters = 0;
  std::uint32_t capitals = 0;
  std::uint32_t digits = 0;
  std::uint32_t commas = 0;
  std::uint32_t sentences = 0;
  std::uint64_t hash = 0;  ///< of its text without white space, ASCII case folded
  std::uint64_t signature =
      0;               ///< of the elements around it: those with one signature were made by one template
  std::string head;    ///< its first bytes, ASCII case folded, white space collapsed
  ChromeWords chrome;  ///< in its head
  char last = 0;       ///< its last byte
  RunScope scope;
};

/// Whether it is long and not made of links.
bool is_paragraph(const TextRun& run);
/// Whether it is short and has figures and a sign of currency.
bool is_price(const TextRun& run);

/// All runs of a document, in document order, in one pass over its rows, without what nobody sees.
std::vector<TextRun> find_text_runs(const Document& document, const TextMeasure& measure);

}  // namespace pith
