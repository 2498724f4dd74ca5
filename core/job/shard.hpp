#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pith {

/// One of `count` equal parts of a job, counted from 1: "3/16". A host belongs to exactly one part, so that
/// its pace is kept by one process.
struct Shard {
  std::uint32_t number = 1;
  std::uint32_t count = 1;

  bool is_whole() const noexcept { return count == 1; }
  /// Whether the host (lower case; of a page without one its place) belongs to this part: XXH3 of it modulo
  /// `count`, the same on every machine.
  bool has(std::string_view host) const noexcept;
};

/// Reads "3/16"; nothing if it is none.
std::optional<Shard> parse_shard(std::string_view text);

}  // namespace pith
