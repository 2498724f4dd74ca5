#include "charset/utf8.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>

namespace pith {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// The next ill-formed sequence from `from` on; its length is 0 if there is none.
struct IllFormed {
  std::size_t begin;
  std::size_t length;
};

IllFormed find_ill_formed(std::string_view text, std::size_t from,
                          std::size_t* multibyte = nullptr) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = from; (at = ascii_prefix(text, at)) < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);  // on failure passes over the maximal subpart
    if (c < 0) return {begin, at - begin};
    if (multibyte != nullptr) ++*multibyte;
  }
  return {text.size(), 0};
}

/// Whether the ill-formed sequence at the end would be well-formed with more bytes behind it.
bool could_continue(std::string_view tail) noexcept {
  const auto lead = static_cast<unsigned char>(tail.front());
  return lead >= 0xC2 && lead <= 0xF4 &&
         tail.size() < static_cast<std::size_t>(U8_COUNT_TRAIL_BYTES_UNSAFE(lead)) + 1;
}

}  // namespace

std::size_t ascii_prefix(std::string_view text, std::size_t from) noexcept {
  const char* const end = text.data() + text.size();
  const char* at = text.data() + std::min(from, text.size());
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  std::uint64_t word = 0;
  while (end - at >= static_cast<std::ptrdiff_t>(sizeof word)) {
    std::memcpy(&word, at, sizeof word);
    if ((word & high_bits) != 0) break;
    at += sizeof word;
  }
  while (at != end && static_cast<signed char>(*at) >= 0) ++at;
  return static_cast<std::size_t>(at - text.data());
}

Utf8Census take_utf8_census(std::string_view text) noexcept {
  Utf8Census census;
  for (std::size_t at = 0; at < text.size();) {
    const IllFormed found = find_ill_formed(text, at, &census.multibyte);
    if (found.length == 0) break;
    at = found.begin + found.length;
    if (at == text.size() && could_continue(text.substr(found.begin))) {
      census.truncated = true;
    } else {
      ++census.invalid;
    }
  }
  return census;
}

std::size_t repair_utf8(std::string& text, std::uint32_t source_begin, OffsetMap& offsets) {
  IllFormed found = find_ill_formed(text, 0);
  if (found.length == 0) {
    offsets.shift = source_begin;
    return 0;
  }
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  if (source_begin > 0) offsets.steps.push_back({0, source_begin});
  std::size_t replaced = 0;
  std::size_t done = 0;
  for (; found.length > 0; found = find_ill_formed(text, done)) {
    out.append(text, done, found.begin - done).append(replacement_character);
    done = found.begin + found.length;
    ++replaced;
    if (found.length != replacement_character.size()) {
      offsets.steps.push_back(
          {static_cast<std::uint32_t>(out.size()), static_cast<std::uint32_t>(done) + source_begin});
    }
  }
  out.append(text, done);
  text = std::move(out);
  return replaced;
}

std::size_t make_valid_utf8(std::string& text) {
  OffsetMap ignored;
  return repair_utf8(text, 0, ignored);
}

}  // namespace pith
