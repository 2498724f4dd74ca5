#include "pith/charset.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "charset/detect.hpp"
#include "charset/encodings.hpp"
#include "charset/icu_decode.hpp"
#include "charset/prescan.hpp"
#include "charset/second_encoding.hpp"
#include "charset/utf8.hpp"

namespace pith {
namespace {

using Evidence = DecodedText::Evidence;

struct Choice {
  const Encoding* encoding;
  Evidence evidence;
  std::size_t mark_size = 0;  ///< bytes of the byte order mark
};

std::optional<Choice> byte_order_mark(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return Choice{&utf8_encoding(), Evidence::byte_order_mark, 3};
  if (bytes.substr(0, 2) == "\xFE\xFF")
    return Choice{find_encoding("utf-16be"), Evidence::byte_order_mark, 2};
  if (bytes.substr(0, 2) == "\xFF\xFE")
    return Choice{find_encoding("utf-16le"), Evidence::byte_order_mark, 2};
  return std::nullopt;
}

/// Whether a declaration is plainly wrong. The one deviation from the standard, for the promise of never
/// showing "Ã©": browsers show it, readers of an article do not forgive it.
///  - A legacy encoding is declared and the bytes are well-formed UTF-8 with characters beyond ASCII: text
///    of another encoding is that by chance only when it has very few such characters.
///  - UTF-8 is declared and hardly any of the bytes beyond ASCII are.
bool is_contradicted(const Encoding& declared, const Utf8Census& census) {
  constexpr std::size_t beyond_chance = 8;
  if (&declared == &utf8_encoding()) return census.invalid > census.multibyte;
  if (declared.name.substr(0, 6) == "UTF-16") return false;
  if (census.invalid > 0) return false;
  return census.multibyte >= (declared.multibyte ? beyond_chance : 1);
}

Choice choose(std::string_view bytes, std::string_view content_type, bool is_xml, const Utf8Census& census) {
  const Encoding* in_header = find_encoding(charset_parameter(content_type));
  if (in_header != nullptr && !is_contradicted(*in_header, census)) return {in_header, Evidence::header};
  const Encoding* in_page = is_xml ? prescan_xml(bytes) : prescan_html(bytes);
  if (in_page != nullptr && !is_contradicted(*in_page, census)) return {in_page, Evidence::meta};
  if (const Encoding* detected = detect_encoding(bytes, census)) return {detected, Evidence::detection};
  return {find_encoding("windows-1252"), Evidence::fallback};
}

}  // namespace

std::uint32_t OffsetMap::to_source(std::uint32_t utf8_offset) const noexcept {
  const auto next =
      std::upper_bound(steps.begin(), steps.end(), utf8_offset,
                       [](std::uint32_t offset, const Step& step) { return offset < step.utf8; });
  const Step last = next == steps.begin() ? Step{0, shift} : *(next - 1);
  const std::uint32_t source = last.source + (utf8_offset - last.utf8);
  // Within a character that grew, no further than to where the next one stands.
  return next == steps.end() ? source : std::min(source, next->source);
}

DecodedText decode_page(std::string bytes, std::string_view content_type_header, bool is_xml) {
  // Offsets have 32 bits; limits keep pages far below.
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max() / 4) {
    bytes.resize(std::numeric_limits<std::uint32_t>::max() / 4);
  }
  const auto mark = byte_order_mark(bytes);
  const Choice choice = mark ? *mark : choose(bytes, content_type_header, is_xml, take_utf8_census(bytes));
  DecodedText text;
  text.encoding = choice.encoding->name;
  text.evidence = choice.evidence;
  if (choice.encoding == &utf8_encoding()) {
    bytes.erase(0, choice.mark_size);
    text.utf8 = std::move(bytes);
    const auto mark_size = static_cast<std::uint32_t>(choice.mark_size);
    text.replaced = repair_utf8(text.utf8, mark_size, text.offsets);
    // Offsets of a text that was repaired already are not followed a second time.
    if (text.replaced > 0) return text;
    if (std::optional<ConvertedText> once = undo_second_encoding(text.utf8, mark_size)) {
      text.utf8 = std::move(once->utf8);
      text.offsets = std::move(once->offsets);
      text.encoded_twice = true;
    }
    return text;
  }
  ConvertedText converted = convert_to_utf8(std::string_view(bytes).substr(choice.mark_size),
                                            *choice.encoding, static_cast<std::uint32_t>(choice.mark_size));
  text.utf8 = std::move(converted.utf8);
  text.replaced = converted.replaced;
  text.offsets = std::move(converted.offsets);
  return text;
}

}  // namespace pith
