#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pith {

struct ComplexSelector;

/// How two compound selectors stand to each other (Selectors 4, section 15).
enum class Combinator { none, descendant, child, next_sibling, subsequent_sibling };

/// One condition on an element. :only-child and :only-of-type are two of them each.
struct SimpleSelector {
  enum class Kind {
    universal,
    type,
    id,
    class_name,
    attribute,
    is,  ///< also :where, which differs in specificity only
    negation,
    has,
    nth,  ///< all :nth-*, :first-*, :last-*
    empty,
    root,
    scope,
    contains_text,
  };
  enum class Operator { exists, equals, includes, dash, prefix, suffix, substring };
  enum class Case { by_attribute, insensitive, sensitive };

  Kind kind = Kind::universal;
  /// type, id, class, attribute: the name as written. contains_text: the folded words.
  std::string name;
  std::uint32_t hash = 0;
  /// type, attribute: the name in lower case, for elements of HTML.
  std::string lower_name;
  std::uint32_t lower_hash = 0;
  /// type, attribute: written as `*|name`.
  bool any_prefix = false;

  Operator op = Operator::exists;
  Case value_case = Case::by_attribute;
  std::string value;

  /// nth: every a-th from the b-th, counted from the end, among the same type, among `list`.
  int a = 0;
  int b = 0;
  bool from_end = false;
  bool of_type = false;

  /// is, negation, has, nth with "of".
  std::vector<ComplexSelector> list;
  /// has, nth, contains_text: which of CompiledSelector::remembering_simples this is.
  std::size_t number = 0;
};

struct CompoundSelector {
  std::vector<SimpleSelector> simples;
  /// How the compound to the left stands to this one; none for the first. In :has, how the element
  /// itself stands to the first.
  Combinator combinator = Combinator::none;
  /// Which of CompiledSelector::compounds this is.
  std::size_t number = 0;
};

struct ComplexSelector {
  std::vector<CompoundSelector> compounds;
};

struct CompiledSelector {
  std::vector<ComplexSelector> list;
  /// All compounds, also of nested lists.
  std::size_t compounds = 0;
  /// All simple selectors whose answers are worked out for many elements at once.
  std::size_t remembering_simples = 0;
};

}  // namespace pith
