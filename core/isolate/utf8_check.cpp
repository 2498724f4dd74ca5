#include "core/isolate/utf8_check.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "core/render/utf8.hpp"

namespace pith {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

/// The end of the ASCII that begins at `at`, to seven bytes short.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  while (at + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof(word));
    if ((word & high_bits) != 0) break;
    at += sizeof(word);
  }
  return at;
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
    const bool plain = static_cast<signed char>(text[at]) >= 0;
    if (next_character(text, at) < 0) return false;
    if (plain) at = skip_ascii(text, at);
  }
  return true;
}

}  // namespace pith
