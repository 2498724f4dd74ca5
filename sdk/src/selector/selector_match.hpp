#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "parse/table.hpp"
#include "selector/compiled_selector.hpp"

namespace pith {

class SearchText;

/// One use of a selector on one document: matches elements right to left and remembers what is dear to
/// compute (positions among siblings, the text that :contains-text searches).
///
/// Cost: an element is mostly refused by comparing one hash. A chain of combinators is tried as browsers
/// do: a failure tells whether another ancestor or sibling could still help, so that no pair of
/// places is tried twice for chains of descendants. `:has` searches the subtree of each candidate; the
/// steps of one use are counted, and a selector that takes more than `most_steps` throws Error.
class SelectorMatch {
 public:
  SelectorMatch(const CompiledSelector& selector, const DocumentTable& table, std::uint32_t scope)
      : selector_(selector), table_(table), scope_(scope) {}

  bool matches(std::uint32_t row) { return matches_any(selector_.list, row); }

 private:
  enum class Outcome { matches, fails_here, fails_for_siblings, fails };

  bool matches_any(const std::vector<ComplexSelector>& list, std::uint32_t row);
  Outcome match_from(const ComplexSelector& selector, std::size_t compound, std::uint32_t row);
  Outcome match_left(const ComplexSelector& selector, std::size_t compound, std::uint32_t row);
  bool matches_compound(const CompoundSelector& compound, std::uint32_t row);
  bool matches_simple(const SimpleSelector& simple, std::uint32_t row);
  bool matches_type(const SimpleSelector& simple, const NodeRow& row) const;
  bool matches_class(const SimpleSelector& simple, const NodeRow& row) const;
  bool matches_attribute(const SimpleSelector& simple, const NodeRow& row) const;
  bool matches_nth(const SimpleSelector& simple, std::uint32_t row);
  bool matches_has(const SimpleSelector& simple, std::uint32_t row);
  bool has_relative(const ComplexSelector& selector, std::uint32_t anchor);
  bool is_anchored(const ComplexSelector& selector, std::size_t compound, std::uint32_t row,
                   std::uint32_t anchor);
  bool is_empty(std::uint32_t row) const;
  bool contains_text(const SimpleSelector& simple, std::uint32_t row);

  /// One-based positions of elements among their siblings, made for a parent when first asked.
  using Positions = std::vector<std::uint32_t>;
  std::uint32_t position(const SimpleSelector& simple, std::uint32_t row);
  void number_children(const SimpleSelector& simple, std::uint32_t parent, Positions& positions);

  std::uint32_t previous_element(std::uint32_t row) const;
  std::uint32_t next_element(std::uint32_t row) const;
  std::uint32_t parent_element(std::uint32_t row) const;
  void count_step();

  const CompiledSelector& selector_;
  const DocumentTable& table_;
  std::uint32_t scope_;
  std::size_t steps_ = 0;
  std::unordered_map<const SimpleSelector*, Positions> positions_;

  std::shared_ptr<const SearchText> search_text_;
  std::unordered_map<const SimpleSelector*, std::vector<std::uint32_t>> occurrences_;
};

}  // namespace pith
