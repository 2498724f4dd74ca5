#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pith/block.hpp"
#include "pith/boilerplate.hpp"
#include "pith/text_pattern.hpp"

namespace pith {

/// A pattern and the kind of boilerplate that it tells.
struct PhraseRule {
  Boilerplate kind;
  TextPattern pattern;
};

/// Rules that are asked which of them, the first of them, a block matches. However many they are, asking
/// costs a look into three tables; only patterns that may stand anywhere in a text are tried one by one.
class PhraseRules {
 public:
  /// Blocks of more bytes match none of them.
  explicit PhraseRules(std::size_t longest_block = static_cast<std::size_t>(-1))
      : longest_block_(longest_block) {}

  void add(PhraseRule rule);
  bool empty() const noexcept { return rules_.empty(); }
  const PhraseRule* first_match(const Block& block) const;
  auto begin() const { return rules_.begin(); }
  auto end() const { return rules_.end(); }

 private:
  using Places = std::vector<std::uint32_t>;
  /// By up to four bytes, packed into a number.
  using Index = std::unordered_map<std::uint64_t, Places>;

  void look_up(const Index& index, std::string_view edge, std::string_view key, const Block& block,
               std::size_t& first) const;

  std::size_t longest_block_;
  std::vector<PhraseRule> rules_;
  std::size_t longest_whole_ = 0;
  Index whole_;       ///< by the first bytes of the whole text
  Index beginnings_;  ///< by its first bytes
  Index endings_;     ///< by its last bytes
  Places anywhere_;
};

/// A heading, or a short line without a full stop that stands where a heading would.
bool reads_like_heading(const Block& block);

}  // namespace pith
