#pragma once

#include <cstdint>

namespace pith {

/// FNV-1a (Fowler, Noll and Vo), 64 bits: begins with `text_hash_basis`, and takes in one value after
/// another.
constexpr std::uint64_t text_hash_basis = 14695981039346656037U;

constexpr std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) noexcept {
  return (hash ^ value) * 1099511628211U;
}

}  // namespace pith
