#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pith {

struct NodeRow;

/// Tells which words cannot be on a page, without looking at the page again: a Bloom filter (Bloom 1970) with
/// one hash. A word is a run of ASCII letters in the data of one text; case does not matter.
class WordFilter {
 public:
  explicit WordFilter(const std::vector<NodeRow>& rows);

  /// False if no text holds this word, of small letters; true if one may.
  bool may_hold(std::string_view word) const noexcept;

 private:
  std::vector<std::uint64_t> bits_;
};

}  // namespace pith
