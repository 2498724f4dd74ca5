#include "parse/word_filter.hpp"

#include <cstddef>

#include "parse/table.hpp"

namespace pith {
namespace {

/// Eight pages in ten have fewer than 4,000 different words.
constexpr std::uint32_t bits = 1U << 16;
constexpr std::uint32_t basis = 2166136261U;
constexpr std::uint32_t prime = 16777619U;

constexpr std::uint32_t mixed(std::uint32_t hash, char letter) {
  return (hash ^ static_cast<unsigned char>(letter)) * prime;
}

}  // namespace

WordFilter::WordFilter(const std::vector<NodeRow>& rows) : bits_(bits / 64) {
  for (const NodeRow& row : rows) {
    if (row.kind != Node::Kind::text) continue;
    std::uint32_t hash = basis;
    const auto end_word = [&] {
      if (hash != basis) bits_[(hash % bits) / 64] |= std::uint64_t{1} << (hash % 64);
      hash = basis;
    };
    for (const char c : row.text()) {
      const auto small = static_cast<char>(c | 0x20);
      if (small >= 'a' && small <= 'z' && static_cast<unsigned char>(c) < 0x80) {
        hash = mixed(hash, small);
      } else {
        end_word();
      }
    }
    end_word();
  }
}

bool WordFilter::may_hold(std::string_view word) const noexcept {
  std::uint32_t hash = basis;
  for (const char c : word) hash = mixed(hash, c);
  return (bits_[(hash % bits) / 64] >> (hash % 64) & 1) != 0;
}

}  // namespace pith
