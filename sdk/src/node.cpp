#include "pith/node.hpp"

#include "parse/table.hpp"

namespace pith {
namespace {

constexpr bool is_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

bool list_holds(std::string_view list, std::string_view name) noexcept {
  if (name.empty()) return false;
  for (std::size_t at = list.find(name); at != std::string_view::npos; at = list.find(name, at + 1)) {
    const std::size_t after = at + name.size();
    if ((at == 0 || is_space(list[at - 1])) && (after == list.size() || is_space(list[after]))) return true;
  }
  return false;
}

}  // namespace

Node::Kind Node::kind() const noexcept {
  return table_ != nullptr ? table_->rows[row_].kind : Kind::none;
}

Tag Node::tag() const noexcept {
  return table_ != nullptr ? table_->rows[row_].tag : Tag::none;
}

std::string_view Node::name() const noexcept {
  return is_element() ? table_->rows[row_].text() : std::string_view{};
}

std::string_view Node::attribute(std::string_view name) const noexcept {
  if (table_ == nullptr) return {};
  const auto* found = table_->find_attribute(table_->rows[row_], name, atom_hash(name));
  return found != nullptr ? found->value : std::string_view{};
}

bool Node::has_attribute(std::string_view name) const noexcept {
  return table_ != nullptr && table_->find_attribute(table_->rows[row_], name, atom_hash(name)) != nullptr;
}

std::vector<Node::Attribute> Node::attributes() const {
  std::vector<Attribute> all;
  if (table_ == nullptr) return all;
  const NodeRow& row = table_->rows[row_];
  all.reserve(row.attribute_count);
  for (std::uint32_t i = 0; i < row.attribute_count; ++i) {
    const TableAttribute& attribute = table_->attributes[row.first_attribute + i];
    all.push_back({attribute.name, attribute.value});
  }
  return all;
}

bool Node::has_class(std::string_view name) const noexcept {
  if (table_ == nullptr) return false;
  return table_->may_have_class(table_->rows[row_], atom_hash(name)) && list_holds(attribute("class"), name);
}

Node Node::parent() const noexcept {
  if (table_ == nullptr || row_ == 0) return {};
  return {table_, table_->rows[row_].parent};
}

Node Node::next() const noexcept {
  if (table_ == nullptr) return {};
  const std::uint32_t row = table_->rows[row_].next;
  return row != 0 ? Node{table_, row} : Node{};
}

Node Node::previous() const noexcept {
  if (table_ == nullptr) return {};
  const std::uint32_t row = table_->rows[row_].previous;
  return row != 0 ? Node{table_, row} : Node{};
}

Node Node::first_child() const noexcept {
  if (table_ == nullptr || row_ + 1 >= table_->rows[row_].end) return {};
  return {table_, row_ + 1};
}

Node Node::next_element() const noexcept {
  Node node = next();
  while (node && !node.is_element()) node = node.next();
  return node;
}

Node Node::previous_element() const noexcept {
  Node node = previous();
  while (node && !node.is_element()) node = node.previous();
  return node;
}

Node Node::first_element() const noexcept {
  const Node node = first_child();
  return !node || node.is_element() ? node : node.next_element();
}

Node Node::following() const noexcept {
  if (table_ == nullptr || row_ + 1 >= table_->rows.size()) return {};
  return {table_, row_ + 1};
}

Node Node::after() const noexcept {
  if (table_ == nullptr || table_->rows[row_].end >= table_->rows.size()) return {};
  return {table_, table_->rows[row_].end};
}

bool Node::contains(Node other) const noexcept {
  return table_ != nullptr && other.table_ == table_ && other.row_ >= row_ &&
         other.row_ < table_->rows[row_].end;
}

std::string_view Node::data() const noexcept {
  return is_text() ? table_->rows[row_].text() : std::string_view{};
}

std::string_view Node::raw_text() const noexcept {
  if (table_ == nullptr) return {};
  const auto& all = table_->raw_texts;
  std::size_t low = 0;
  std::size_t high = all.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (all[middle].row < row_) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == all.size() || all[low].row != row_) return {};
  return std::string_view(table_->source).substr(all[low].offset, all[low].length);
}

std::string Node::text_content() const {
  std::string all;
  if (table_ == nullptr) return all;
  for (std::uint32_t row = row_; row < table_->rows[row_].end; ++row) {
    if (table_->rows[row].kind == Kind::text) all += table_->rows[row].text();
  }
  return all;
}

std::uint32_t Node::end_row() const noexcept {
  return table_ != nullptr ? table_->rows[row_].end : 0;
}

std::uint32_t Node::depth() const noexcept {
  return table_ != nullptr ? table_->rows[row_].depth : 0;
}

SourceRange Node::source() const noexcept {
  if (table_ == nullptr) return {};
  const NodeRow& row = table_->rows[row_];
  return {row.source_begin, row.source_end};
}

}  // namespace pith
