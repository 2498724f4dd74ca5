#include "charset/second_encoding.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string>

#include "charset/encodings.hpp"
#include "charset/single_byte.hpp"
#include "charset/step_writer.hpp"
#include "charset/utf8.hpp"

namespace pith {
namespace {

/// Fewer characters could be meant as they stand.
constexpr std::size_t least_characters = 3;

/// The byte that windows-1252 has for a character, or ISO-8859-1 where that has none; -1 if neither does.
int byte_of(UChar32 c) {
  static const HighHalf high = high_half(*find_encoding("windows-1252"));
  if (c >= 0x80 && c <= 0xFF) return c;
  const auto found = std::find(high.begin(), high.end(), static_cast<char16_t>(c <= 0xFFFF ? c : 0));
  return found == high.end() ? -1 : static_cast<int>(0x80 + (found - high.begin()));
}

/// The character that begins at `at` of well-formed UTF-8; `at` moves behind it.
UChar32 next_of(std::string_view utf8, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(utf8.data()), at, utf8.size(), c);
  return c;
}

/// The run of characters beyond ASCII at `at`, which moves behind it, as the bytes that they stand for; empty
/// if these are not well-formed UTF-8.
std::string read_run(std::string_view utf8, std::size_t& at) {
  std::string run;
  while (at < utf8.size() && static_cast<signed char>(utf8[at]) < 0) {
    const int byte = byte_of(next_of(utf8, at));
    if (byte < 0) return {};
    run += static_cast<char>(byte);
  }
  const Utf8Census census = take_utf8_census(run);
  return census.invalid == 0 && !census.truncated ? run : std::string{};
}

bool was_encoded_twice(std::string_view utf8) {
  std::size_t characters = 0;
  for (std::size_t at = 0; (at = ascii_prefix(utf8, at)) < utf8.size();) {
    const std::string run = read_run(utf8, at);
    if (run.empty()) return false;
    characters += take_utf8_census(run).multibyte;
  }
  return characters >= least_characters;
}

}  // namespace

std::optional<ConvertedText> undo_second_encoding(std::string_view utf8, std::uint32_t source_begin) {
  if (!was_encoded_twice(utf8)) return std::nullopt;
  ConvertedText text;
  text.utf8.reserve(utf8.size());
  StepWriter out(text.utf8, text.offsets, source_begin);
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t ascii_end = ascii_prefix(utf8, at);
    for (; at < ascii_end; ++at) out.put(static_cast<unsigned char>(utf8[at]), at);
    const std::size_t begin = at;
    const std::string run = read_run(utf8, at);
    for (std::size_t i = 0; i < run.size();) out.put(static_cast<char32_t>(next_of(run, i)), begin);
  }
  return text;
}

}  // namespace pith
