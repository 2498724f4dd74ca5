#include "tree_comparison.hpp"

#include "parse/flatten.hpp"
#include "parse/gumbo_parse.hpp"
#include "parse/table.hpp"

namespace pith {
namespace {

std::string describe(const DocumentTable& table, std::uint32_t row) {
  const Node node(&table, row);
  std::string text = "row ";
  text.append(std::to_string(row)).append(" ").append(node.is_element() ? node.name() : node.data());
  text.append(" [").append(std::to_string(node.source().begin)).append(",");
  text.append(std::to_string(node.source().end)).append(") in row ");
  return text.append(std::to_string(table.rows[row].parent));
}

bool same_attributes(Node left, Node right) {
  const auto a = left.attributes();
  const auto b = right.attributes();
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].name != b[i].name || a[i].value != b[i].value) return false;
  }
  return true;
}

bool same_row(const DocumentTable& left, const DocumentTable& right, std::uint32_t row) {
  const NodeRow& a = left.rows[row];
  const NodeRow& b = right.rows[row];
  const Node node_a(&left, row);
  const Node node_b(&right, row);
  return a.kind == b.kind && a.tag == b.tag && a.is_foreign == b.is_foreign && a.text() == b.text() &&
         a.parent == b.parent && a.previous == b.previous && a.next == b.next && a.end == b.end &&
         a.depth == b.depth && node_a.source() == node_b.source() && node_a.raw_text() == node_b.raw_text() &&
         same_attributes(node_a, node_b);
}

std::string broken_rule_of(const DocumentTable& table, std::uint32_t row, const Limits& limits) {
  const auto& rows = table.rows;
  const NodeRow& it = rows[row];
  const NodeRow& parent = rows[it.parent];
  if (it.parent >= row) return "parent is not before its child";
  if (it.end <= row || it.end > parent.end) return "subtree is not within its parent's";
  if (it.depth != parent.depth + 1) return "depth is not the parent's plus one";
  if (it.is_element() && it.depth > limits.depth) return "deeper than allowed";
  if (it.next != 0 &&
      (it.next != it.end || rows[it.next].previous != row || rows[it.next].parent != it.parent)) {
    return "next sibling is not where the subtree ends";
  }
  if (it.next == 0 && it.end != parent.end) return "last child does not end with its parent";
  if (it.previous == 0 && it.parent + 1 != row) return "first child does not follow its parent";
  if (it.source_begin > it.source_end) return "ends before it begins";
  if (it.attribute_count > limits.attributes) return "more attributes than allowed";
  if (!it.is_element() && it.end != row + 1) return "text has children";
  return {};
}

}  // namespace

std::string difference_to_plain_parse(const Document& document, std::string_view html) {
  DocumentTable plain;
  plain.source = std::string(html);
  WithheldPage page;
  page.page = plain.source;
  Limits limits;
  limits.nodes = static_cast<std::uint32_t>(-1);
  limits.depth = limits.attributes = 65535;
  GumboParse parse({});
  flatten(*parse.run(page.html()), page, limits, plain);

  const DocumentTable& table = document.table();
  for (std::uint32_t row = 0; row < table.rows.size() && row < plain.rows.size(); ++row) {
    if (!same_row(table, plain, row)) return describe(table, row) + " should be " + describe(plain, row);
  }
  if (table.rows.size() != plain.rows.size()) {
    return std::to_string(table.rows.size()) + " rows should be " + std::to_string(plain.rows.size());
  }
  return {};
}

std::string broken_invariant(const Document& document, const Limits& limits) {
  const DocumentTable& table = document.table();
  if (table.rows.empty() || table.rows[0].kind != Node::Kind::document) return "no document";
  if (table.rows[0].end != table.rows.size()) return "the document does not hold all rows";
  if (table.rows.size() > limits.nodes) return "more rows than allowed";
  for (std::uint32_t row = 1; row < table.rows.size(); ++row) {
    std::string rule = broken_rule_of(table, row, limits);
    if (!rule.empty()) return describe(table, row) + ": " + rule;
  }
  return {};
}

}  // namespace pith
