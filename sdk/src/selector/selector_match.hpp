#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "parse/table.hpp"
#include "selector/compiled_selector.hpp"
#include "selector/has_search.hpp"
#include "selector/row_span.hpp"
#include "selector/sibling_positions.hpp"
#include "selector/words_search.hpp"

namespace pith {

/// One use of a selector on one document: matches elements from right to left.
///
/// Cost: most elements are refused by comparing one hash. In the worst case time grows with rows times the
/// length of the selector, as no compound is compared with a row again and again: walks to ancestors and
/// siblings remember where they led, and :has, :nth-* and :contains-text are worked out for many elements
/// at once. That takes a byte a row for each such walk, 32 while a :has is worked out. Depth of recursion
/// follows the selector, which is limited, never the document.
class SelectorMatch {
 public:
  /// `searched` are the rows that will mostly be asked about.
  SelectorMatch(const CompiledSelector& selector, const DocumentTable& table, std::uint32_t scope,
                RowSpan searched)
      : selector_(selector), table_(table), scope_(scope), searched_(searched) {}

  bool matches(std::uint32_t row) { return matches_any(selector_.list, row); }

  // For the parts that answer for many elements at once.
  bool matches_any(const std::vector<ComplexSelector>& list, std::uint32_t row);
  bool matches_compound(const CompoundSelector& compound, std::uint32_t row);
  const DocumentTable& table() const { return table_; }
  std::uint32_t previous_element(std::uint32_t row) const;
  std::uint32_t next_element(std::uint32_t row) const;
  /// The rows to work out when these are needed: at first no more, then what is searched, then all.
  RowSpan span_for(RowSpan needed, bool first) const;
  std::shared_ptr<const SearchText> text_for(RowSpan needed);

 private:
  /// Why an attempt failed says whether trying another place could help: another sibling or ancestor,
  /// only another ancestor, or none.
  enum class Outcome : std::uint8_t { unknown, matches, fails_here, fails_for_siblings, fails };

  Outcome match_from(const ComplexSelector& selector, std::size_t compound, std::uint32_t row);
  Outcome match_left(const ComplexSelector& selector, std::size_t compound, std::uint32_t row);
  Outcome walk(const ComplexSelector& selector, std::size_t compound, std::uint32_t row);
  std::vector<Outcome>* memory_of(const CompoundSelector& compound);
  bool matches_simple(const SimpleSelector& simple, std::uint32_t row);
  bool matches_type(const SimpleSelector& simple, const NodeRow& row) const;
  bool matches_class(const SimpleSelector& simple, const NodeRow& row) const;
  bool matches_attribute(const SimpleSelector& simple, const NodeRow& row) const;
  bool has_prefixed_attribute(const SimpleSelector& simple, const NodeRow& row) const;
  bool is_empty(std::uint32_t row) const;
  bool is_html(const NodeRow& row) const { return !row.is_foreign && !table_.is_xml; }
  std::uint32_t parent_element(std::uint32_t row) const;

  /// The part that answers for a simple selector.
  template <class Part>
  Part& part_of(std::vector<Part>& parts, const SimpleSelector& simple) {
    if (parts.empty()) parts.resize(selector_.remembering_simples);
    return parts[simple.number];
  }

  const CompiledSelector& selector_;
  const DocumentTable& table_;
  std::uint32_t scope_;
  RowSpan searched_;

  std::size_t steps_ = 0;
  /// By compound and row: where a walk to the left from there led.
  std::vector<std::vector<Outcome>> walks_;
  std::vector<SiblingPositions> positions_;
  std::vector<HasSearch> has_;
  std::vector<WordsSearch> words_;
  std::shared_ptr<const SearchText> text_;
};

}  // namespace pith
