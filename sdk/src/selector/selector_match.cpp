#include "selector/selector_match.hpp"

#include <algorithm>

#include "selector/attribute_match.hpp"

namespace pith {
namespace {

using Kind = SimpleSelector::Kind;

/// Steps after which walks are remembered: for fewer, making room for it would cost more.
constexpr std::size_t short_search = 256;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Whether the tokens of a class list hold `name`.
bool has_token(std::string_view list, std::string_view name) {
  for (std::size_t at = list.find(name); at != std::string_view::npos; at = list.find(name, at + 1)) {
    const bool begins = at == 0 || is_space(list[at - 1]);
    const std::size_t end = at + name.size();
    if (begins && (end == list.size() || is_space(list[end]))) return true;
  }
  return false;
}

/// Whether `name` is `local` with or without a prefix.
bool is_with_any_prefix(std::string_view name, std::string_view local) {
  if (!name.ends_with(local)) return false;
  return name.size() == local.size() || name[name.size() - local.size() - 1] == ':';
}

/// Whether a glance at the row is enough to say no: most rows are refused here.
bool is_out_of_question(const CompoundSelector& compound, const NodeRow& row) {
  if (compound.simples.empty()) return false;
  const SimpleSelector& first = compound.simples.front();
  switch (first.kind) {
    case Kind::type:
      return !first.any_prefix && row.name_hash != first.hash && row.name_hash != first.lower_hash;
    case Kind::id:
      return row.id_hash != first.hash;
    case Kind::class_name:
      return row.class_count == 0;
    case Kind::attribute:
      return row.attribute_count == 0;
    default:
      return false;
  }
}

}  // namespace

std::uint32_t SelectorMatch::previous_element(std::uint32_t row) const {
  std::uint32_t at = table_.rows[row].previous;
  while (at != 0 && !table_.rows[at].is_element()) at = table_.rows[at].previous;
  return at;
}

std::uint32_t SelectorMatch::next_element(std::uint32_t row) const {
  std::uint32_t at = table_.rows[row].next;
  while (at != 0 && !table_.rows[at].is_element()) at = table_.rows[at].next;
  return at;
}

std::uint32_t SelectorMatch::parent_element(std::uint32_t row) const {
  const std::uint32_t parent = table_.rows[row].parent;
  return table_.rows[parent].is_element() ? parent : 0;
}

RowSpan SelectorMatch::span_for(RowSpan needed, bool first) const {
  if (first) return needed;
  if (searched_.covers(needed)) return searched_;
  return {0, static_cast<std::uint32_t>(table_.rows.size())};
}

std::shared_ptr<const SearchText> SelectorMatch::text_for(RowSpan needed) {
  if (!text_ || !text_->span().covers(needed)) {
    text_ = std::make_shared<const SearchText>(table_, span_for(needed, text_ == nullptr));
  }
  return text_;
}

bool SelectorMatch::matches_any(const std::vector<ComplexSelector>& list, std::uint32_t row) {
  return std::any_of(list.begin(), list.end(), [&](const ComplexSelector& selector) {
    return !is_out_of_question(selector.compounds.back(), table_.rows[row]) &&
           match_from(selector, selector.compounds.size() - 1, row) == Outcome::matches;
  });
}

SelectorMatch::Outcome SelectorMatch::match_from(const ComplexSelector& selector, std::size_t compound,
                                                 std::uint32_t row) {
  if (!matches_compound(selector.compounds[compound], row)) return Outcome::fails_here;
  if (compound == 0) return Outcome::matches;
  return match_left(selector, compound, row);
}

SelectorMatch::Outcome SelectorMatch::match_left(const ComplexSelector& selector, std::size_t compound,
                                                 std::uint32_t row) {
  ++steps_;
  if (selector.compounds[compound].combinator == Combinator::child) {
    const std::uint32_t parent = parent_element(row);
    if (parent == 0) return Outcome::fails;
    const Outcome outcome = match_from(selector, compound - 1, parent);
    // Another sibling has the same parent, another ancestor may do.
    return outcome == Outcome::fails_here ? Outcome::fails_for_siblings : outcome;
  }
  if (selector.compounds[compound].combinator == Combinator::next_sibling) {
    const std::uint32_t previous = previous_element(row);
    return previous == 0 ? Outcome::fails_for_siblings : match_from(selector, compound - 1, previous);
  }
  return walk(selector, compound, row);
}

/// Tries one ancestor, or one sibling to the left, after the other.
SelectorMatch::Outcome SelectorMatch::walk(const ComplexSelector& selector, std::size_t compound,
                                           std::uint32_t row) {
  const bool up = selector.compounds[compound].combinator == Combinator::descendant;
  const auto further = [&](std::uint32_t at) { return up ? parent_element(at) : previous_element(at); };
  std::vector<Outcome>* const memory = memory_of(selector.compounds[compound]);
  Outcome outcome = up ? Outcome::fails : Outcome::fails_for_siblings;
  std::uint32_t at = row;
  for (;; at = further(at)) {
    if (memory != nullptr && (*memory)[at] != Outcome::unknown) {
      outcome = (*memory)[at];
      break;
    }
    const std::uint32_t left = further(at);
    if (left == 0) break;
    ++steps_;
    const Outcome found = match_from(selector, compound - 1, left);
    if (found == Outcome::fails_here || (up && found == Outcome::fails_for_siblings)) continue;
    outcome = found;
    break;
  }
  if (memory == nullptr) return outcome;
  // From every place on the way the walk would have led to the same.
  for (std::uint32_t passed = row; passed != at; passed = further(passed)) (*memory)[passed] = outcome;
  (*memory)[at] = outcome;
  return outcome;
}

std::vector<SelectorMatch::Outcome>* SelectorMatch::memory_of(const CompoundSelector& compound) {
  if (steps_ < short_search) return nullptr;
  if (walks_.empty()) walks_.resize(selector_.compounds);
  std::vector<Outcome>& memory = walks_[compound.number];
  if (memory.empty()) memory.resize(table_.rows.size(), Outcome::unknown);
  return &memory;
}

bool SelectorMatch::matches_compound(const CompoundSelector& compound, std::uint32_t row) {
  return std::all_of(compound.simples.begin(), compound.simples.end(),
                     [&](const SimpleSelector& simple) { return matches_simple(simple, row); });
}

bool SelectorMatch::matches_simple(const SimpleSelector& simple, std::uint32_t row) {
  const NodeRow& element = table_.rows[row];
  switch (simple.kind) {
    case Kind::universal:
      return true;
    case Kind::type:
      return matches_type(simple, element);
    case Kind::id: {
      if (element.id_hash != simple.hash) return false;
      const TableAttribute* id = table_.find_attribute(element, "id", atom_hash("id"));
      return id != nullptr && id->value == simple.name;
    }
    case Kind::class_name:
      return matches_class(simple, element);
    case Kind::attribute:
      return simple.any_prefix ? has_prefixed_attribute(simple, element) : matches_attribute(simple, element);
    case Kind::is:
      return matches_any(simple.list, row);
    case Kind::negation:
      return !matches_any(simple.list, row);
    case Kind::has:
      return part_of(has_, simple).matches(*this, simple, row);
    case Kind::nth:
      return part_of(positions_, simple).matches(*this, simple, row);
    case Kind::empty:
      return is_empty(row);
    case Kind::root:
      return element.parent == 0;
    case Kind::scope:
      return scope_ == 0 ? element.parent == 0 : row == scope_;
    case Kind::contains_text:
      return part_of(words_, simple).matches(*this, simple, row);
  }
  return false;
}

/// Names of HTML elements are compared in lower case, all others as written (HTML, section 4.16.2).
bool SelectorMatch::matches_type(const SimpleSelector& simple, const NodeRow& row) const {
  if (is_html(row)) return row.name_hash == simple.lower_hash && row.text() == simple.lower_name;
  if (simple.any_prefix) return is_with_any_prefix(row.text(), simple.name);
  return row.name_hash == simple.hash && row.text() == simple.name;
}

bool SelectorMatch::matches_class(const SimpleSelector& simple, const NodeRow& row) const {
  if (!table_.may_have_class(row, simple.hash)) return false;
  const TableAttribute* classes = table_.find_attribute(row, "class", atom_hash("class"));
  return classes != nullptr && has_token(classes->value, simple.name);
}

bool SelectorMatch::matches_attribute(const SimpleSelector& simple, const NodeRow& row) const {
  const bool html = is_html(row);
  const TableAttribute* attribute = html ? table_.find_attribute(row, simple.lower_name, simple.lower_hash)
                                         : table_.find_attribute(row, simple.name, simple.hash);
  return attribute != nullptr && attribute_matches(simple, attribute->value, html);
}

bool SelectorMatch::has_prefixed_attribute(const SimpleSelector& simple, const NodeRow& row) const {
  const bool html = is_html(row);
  const TableAttribute* const first = table_.attributes.data() + row.first_attribute;
  return std::any_of(first, first + row.attribute_count, [&](const TableAttribute& attribute) {
    return is_with_any_prefix(attribute.name, html ? simple.lower_name : simple.name) &&
           attribute_matches(simple, attribute.value, html);
  });
}

/// White space does not count since Selectors 4 (section 14.2).
bool SelectorMatch::is_empty(std::uint32_t row) const {
  const auto blank = [](std::string_view text) {
    return text.find_first_not_of(" \t\n\r") == std::string_view::npos;
  };
  for (std::uint32_t at = row + 1; at < table_.rows[row].end; ++at) {
    if (table_.rows[at].is_element() || !blank(table_.rows[at].text())) return false;
  }
  return blank(Node(&table_, row).raw_text());
}

}  // namespace pith
