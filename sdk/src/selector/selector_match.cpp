#include "selector/selector_match.hpp"

#include <algorithm>

#include "pith/error.hpp"
#include "selector/attribute_match.hpp"
#include "selector/search_text.hpp"

namespace pith {
namespace {

constexpr std::size_t most_steps = 100'000'000;
/// Position of an element that `:nth-child(... of S)` does not count.
constexpr std::uint32_t not_counted = 0xFFFFFFFF;

using Kind = SimpleSelector::Kind;

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

/// Whether `position` is a*n+b for some n >= 0.
bool is_nth(int a, int b, std::uint32_t position) {
  const long long distance = static_cast<long long>(position) - b;
  if (a == 0) return distance == 0;
  return distance % a == 0 && distance / a >= 0;
}

}  // namespace

void SelectorMatch::count_step() {
  if (++steps_ > most_steps) {
    throw Error("the selector takes too long on this page", {},
                "make it simpler, above all what stands in :has()");
  }
}

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

bool SelectorMatch::matches_any(const std::vector<ComplexSelector>& list, std::uint32_t row) {
  return std::any_of(list.begin(), list.end(), [&](const ComplexSelector& selector) {
    return match_from(selector, selector.compounds.size() - 1, row) == Outcome::matches;
  });
}

SelectorMatch::Outcome SelectorMatch::match_from(const ComplexSelector& selector, std::size_t compound,
                                                 std::uint32_t row) {
  count_step();
  if (!matches_compound(selector.compounds[compound], row)) return Outcome::fails_here;
  if (compound == 0) return Outcome::matches;
  return match_left(selector, compound, row);
}

SelectorMatch::Outcome SelectorMatch::match_left(const ComplexSelector& selector, std::size_t compound,
                                                 std::uint32_t row) {
  switch (selector.compounds[compound].combinator) {
    case Combinator::descendant:
      for (std::uint32_t at = parent_element(row); at != 0; at = parent_element(at)) {
        const Outcome outcome = match_from(selector, compound - 1, at);
        if (outcome == Outcome::matches || outcome == Outcome::fails) return outcome;
      }
      return Outcome::fails;
    case Combinator::child: {
      const std::uint32_t parent = parent_element(row);
      if (parent == 0) return Outcome::fails;
      const Outcome outcome = match_from(selector, compound - 1, parent);
      // Another sibling has the same parent, another ancestor may do.
      return outcome == Outcome::fails_here ? Outcome::fails_for_siblings : outcome;
    }
    case Combinator::next_sibling: {
      const std::uint32_t previous = previous_element(row);
      if (previous == 0) return Outcome::fails_for_siblings;
      return match_from(selector, compound - 1, previous);
    }
    case Combinator::subsequent_sibling:
      for (std::uint32_t at = previous_element(row); at != 0; at = previous_element(at)) {
        const Outcome outcome = match_from(selector, compound - 1, at);
        if (outcome != Outcome::fails_here) return outcome;
      }
      return Outcome::fails_for_siblings;
    case Combinator::none:
      break;
  }
  return Outcome::fails;
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
      return matches_attribute(simple, element);
    case Kind::is:
      return matches_any(simple.list, row);
    case Kind::negation:
      return !matches_any(simple.list, row);
    case Kind::has:
      return matches_has(simple, row);
    case Kind::nth:
      return matches_nth(simple, row);
    case Kind::only_child:
      return previous_element(row) == 0 && next_element(row) == 0;
    case Kind::only_of_type: {
      for (std::uint32_t at = previous_element(row); at != 0; at = previous_element(at)) {
        if (table_.rows[at].text() == element.text()) return false;
      }
      for (std::uint32_t at = next_element(row); at != 0; at = next_element(at)) {
        if (table_.rows[at].text() == element.text()) return false;
      }
      return true;
    }
    case Kind::empty:
      return is_empty(row);
    case Kind::root:
      return element.parent == 0;
    case Kind::scope:
      return scope_ == 0 ? element.parent == 0 : row == scope_;
    case Kind::contains_text:
      return contains_text(simple, row);
  }
  return false;
}

bool SelectorMatch::matches_type(const SimpleSelector& simple, const NodeRow& row) const {
  if (!row.is_foreign) return row.name_hash == simple.lower_hash && row.text() == simple.lower_name;
  return row.name_hash == simple.hash && row.text() == simple.name;
}

bool SelectorMatch::matches_class(const SimpleSelector& simple, const NodeRow& row) const {
  if (!table_.may_have_class(row, simple.hash)) return false;
  const TableAttribute* classes = table_.find_attribute(row, "class", atom_hash("class"));
  return classes != nullptr && has_token(classes->value, simple.name);
}

bool SelectorMatch::matches_attribute(const SimpleSelector& simple, const NodeRow& row) const {
  const TableAttribute* attribute = row.is_foreign
                                        ? table_.find_attribute(row, simple.name, simple.hash)
                                        : table_.find_attribute(row, simple.lower_name, simple.lower_hash);
  return attribute != nullptr && attribute_matches(simple, attribute->value, !row.is_foreign);
}

bool SelectorMatch::matches_nth(const SimpleSelector& simple, std::uint32_t row) {
  const std::uint32_t at = position(simple, row);
  return at != not_counted && is_nth(simple.a, simple.b, at);
}

std::uint32_t SelectorMatch::position(const SimpleSelector& simple, std::uint32_t row) {
  Positions& positions = positions_[&simple];
  if (positions.empty()) positions.resize(table_.rows.size());
  if (positions[row] == 0) number_children(simple, table_.rows[row].parent, positions);
  return positions[row];
}

void SelectorMatch::number_children(const SimpleSelector& simple, std::uint32_t parent,
                                    Positions& positions) {
  std::vector<std::uint32_t> children;
  std::uint32_t first = parent + 1;
  if (first < table_.rows[parent].end && !table_.rows[first].is_element()) first = next_element(first);
  for (std::uint32_t at = first; at != 0 && at < table_.rows[parent].end; at = next_element(at)) {
    children.push_back(at);
    count_step();
  }
  if (simple.from_end) std::reverse(children.begin(), children.end());
  std::unordered_map<std::string_view, std::uint32_t> of_type;
  std::uint32_t count = 0;
  for (const std::uint32_t child : children) {
    if (simple.of_type) {
      positions[child] = ++of_type[table_.rows[child].text()];
    } else if (simple.list.empty() || matches_any(simple.list, child)) {
      positions[child] = ++count;
    } else {
      positions[child] = not_counted;
    }
  }
}

bool SelectorMatch::matches_has(const SimpleSelector& simple, std::uint32_t row) {
  return std::any_of(simple.list.begin(), simple.list.end(),
                     [&](const ComplexSelector& selector) { return has_relative(selector, row); });
}

/// Looks for an element that ends the relative selector, where its first combinator lets one be.
bool SelectorMatch::has_relative(const ComplexSelector& selector, std::uint32_t anchor) {
  const std::size_t last = selector.compounds.size() - 1;
  const bool inside = selector.compounds.front().combinator == Combinator::descendant ||
                      selector.compounds.front().combinator == Combinator::child;
  const NodeRow& element = table_.rows[anchor];
  const std::uint32_t begin = inside ? anchor + 1 : element.end;
  const std::uint32_t end = inside ? element.end : table_.rows[element.parent].end;
  for (std::uint32_t at = begin; at < end; ++at) {
    count_step();
    if (table_.rows[at].is_element() && is_anchored(selector, last, at, anchor)) return true;
  }
  return false;
}

/// Whether `row` matches the compounds up to this one, with `anchor` in front of the first.
bool SelectorMatch::is_anchored(const ComplexSelector& selector, std::size_t compound, std::uint32_t row,
                                std::uint32_t anchor) {
  count_step();
  const CompoundSelector& part = selector.compounds[compound];
  if (!matches_compound(part, row)) return false;
  const auto left = [&](std::uint32_t at) {
    if (compound == 0) return at == anchor;
    return at != 0 && is_anchored(selector, compound - 1, at, anchor);
  };
  switch (part.combinator) {
    case Combinator::child:
      return left(parent_element(row));
    case Combinator::next_sibling:
      return left(previous_element(row));
    case Combinator::subsequent_sibling:
      for (std::uint32_t at = previous_element(row); at != 0; at = previous_element(at)) {
        if (left(at)) return true;
      }
      return false;
    case Combinator::descendant:
    case Combinator::none:
      for (std::uint32_t at = parent_element(row); at != 0; at = parent_element(at)) {
        if (left(at)) return true;
      }
      return false;
  }
  return false;
}

bool SelectorMatch::is_empty(std::uint32_t row) const {
  for (std::uint32_t at = row + 1; at < table_.rows[row].end; ++at) {
    if (table_.rows[at].is_element() || table_.rows[at].text_length > 0) return false;
  }
  return Node(&table_, row).raw_text().empty();
}

bool SelectorMatch::contains_text(const SimpleSelector& simple, std::uint32_t row) {
  if (!search_text_) search_text_ = std::make_shared<const SearchText>(table_);
  auto [at, unknown] = occurrences_.try_emplace(&simple);
  if (unknown) at->second = search_text_->find_all(simple.name);
  const auto [begin, end] = search_text_->range(table_.rows[row], row);
  const std::vector<std::uint32_t>& found = at->second;
  const auto first = std::lower_bound(found.begin(), found.end(), begin);
  return first != found.end() && *first + simple.name.size() <= end;
}

}  // namespace pith
