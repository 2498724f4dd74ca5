#pragma once

#include <cstdint>
#include <string_view>

namespace pith {

/// The hash by which names, ids and class tokens are compared before their strings are (FNV-1a, 32
/// bits). Case counts. Never 0, so that 0 can mean "has none".
constexpr std::uint32_t atom_hash(std::string_view text) noexcept {
  std::uint32_t hash = 0x811c9dc5U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x01000193U;
  }
  return hash == 0 ? 1U : hash;
}

}  // namespace pith
