#include "pith/selector.hpp"

#include "selector/selector_match.hpp"
#include "selector/selector_parser.hpp"

namespace pith {
namespace {

/// Calls `take` for each element inside `scope` that matches, until it returns false.
template <class Take>
void for_each_match(const CompiledSelector& compiled, Node scope, const Take& take) {
  const DocumentTable& table = *scope.table();
  SelectorMatch match(compiled, table, scope.row(), {scope.row(), scope.end_row()});
  for (std::uint32_t row = scope.row() + 1; row < scope.end_row(); ++row) {
    if (!table.rows[row].is_element() || !match.matches(row)) continue;
    if (!take(Node(&table, row))) return;
  }
}

}  // namespace

Selector::Selector(const char* text, SourcePlace place) : Selector(std::string(text), place) {}

Selector::Selector(const std::string& text, SourcePlace place)
    : text_(text), compiled_(std::make_shared<const CompiledSelector>(parse_selector(text, place))) {}

bool Selector::matches(Node element, Node scope) const {
  if (!compiled_ || !element.is_element()) return false;
  SelectorMatch match(*compiled_, *element.table(), scope.row(), {element.row(), element.end_row()});
  return match.matches(element.row());
}

Node Selector::find(Node scope) const {
  Node found;
  if (!compiled_ || !scope) return found;
  for_each_match(*compiled_, scope, [&](Node node) {
    found = node;
    return false;
  });
  return found;
}

std::vector<Node> Selector::select(Node scope) const {
  std::vector<Node> found;
  if (!compiled_ || !scope) return found;
  for_each_match(*compiled_, scope, [&](Node node) {
    found.push_back(node);
    return true;
  });
  return found;
}

}  // namespace pith
