#include "parse/table_builder.hpp"

#include <algorithm>
#include <limits>

namespace pith {
namespace {

constexpr std::uint32_t class_hash = atom_hash("class");
constexpr std::uint32_t id_hash = atom_hash("id");

constexpr bool is_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

}  // namespace

TableBuilder::TableBuilder(DocumentTable& table, const Limits& limits)
    : table_(table),
      max_nodes_(std::max<std::uint32_t>(limits.nodes, 1)),
      max_depth_(std::min<std::uint32_t>(
          limits.depth, std::numeric_limits<std::uint16_t>::max() - 1)),  // texts are one deeper
      max_attributes_(std::min<std::uint32_t>(limits.attributes, std::numeric_limits<std::uint16_t>::max())) {
  table_.rows.emplace_back();
  table_.rows.front().kind = Node::Kind::document;
  open_.reserve(64);
  open_.push_back({0, 0});
}

bool TableBuilder::append(std::string_view text, Node::Kind kind) {
  const auto row = static_cast<std::uint32_t>(table_.rows.size());
  if (row >= max_nodes_) {
    full_ = true;
    return false;
  }
  Open& parent = open_.back();
  NodeRow& made = table_.rows.emplace_back();
  made.text_begin = text.data();
  made.text_length = static_cast<std::uint32_t>(text.size());
  made.kind = kind;
  made.parent = parent.row;
  made.previous = parent.last_child;
  made.end = row + 1;
  made.depth = static_cast<std::uint16_t>(open_.size());
  if (parent.last_child != 0) table_.rows[parent.last_child].next = row;
  parent.last_child = row;
  return true;
}

bool TableBuilder::open(std::string_view name, Tag tag, bool is_foreign, std::uint32_t name_hash) {
  if (open_.size() > max_depth_) {
    too_deep_ = true;
    return false;
  }
  if (!append(name, Node::Kind::element)) return false;
  const auto row = static_cast<std::uint32_t>(table_.rows.size() - 1);
  NodeRow& made = table_.rows.back();
  made.tag = tag;
  made.is_foreign = is_foreign;
  made.name_hash = name_hash;
  made.first_attribute = static_cast<std::uint32_t>(table_.attributes.size());
  open_.push_back({row, 0});
  return true;
}

void TableBuilder::attribute(std::string_view name, std::string_view value, std::uint32_t name_hash) {
  NodeRow& row = table_.rows[current()];
  if (row.attribute_count >= max_attributes_) {
    dropped_attributes_ = true;
    return;
  }
  if (table_.find_attribute(row, name, name_hash) != nullptr) return;
  table_.attributes.push_back({name, value, name_hash});
  ++row.attribute_count;
  if (name_hash == class_hash && name == "class") index_classes(row, value);
  if (name_hash == id_hash && name == "id" && !value.empty()) row.id_hash = atom_hash(value);
}

void TableBuilder::index_classes(NodeRow& row, std::string_view list) {
  row.first_class = static_cast<std::uint32_t>(table_.class_hashes.size());
  std::size_t at = 0;
  while (at < list.size()) {
    while (at < list.size() && is_space(list[at])) ++at;
    const std::size_t begin = at;
    while (at < list.size() && !is_space(list[at])) ++at;
    if (at > begin) table_.class_hashes.push_back(atom_hash(list.substr(begin, at - begin)));
  }
  row.class_count = static_cast<std::uint32_t>(table_.class_hashes.size()) - row.first_class;
}

bool TableBuilder::text(std::string_view data, std::uint32_t begin, std::uint32_t end) {
  if (!append(data, Node::Kind::text)) return false;
  place(static_cast<std::uint32_t>(table_.rows.size() - 1), begin, end);
  return true;
}

void TableBuilder::raw_text(std::uint32_t offset, std::uint32_t length) {
  table_.raw_texts.push_back({current(), offset, length});
}

void TableBuilder::close() {
  if (open_.size() == 1) return;
  const Open closed = open_.back();
  open_.pop_back();
  NodeRow& row = table_.rows[closed.row];
  row.end = static_cast<std::uint32_t>(table_.rows.size());
}

void TableBuilder::finish() {
  while (open_.size() > 1) close();
  table_.rows.front().end = static_cast<std::uint32_t>(table_.rows.size());
  find_landmarks();
}

void TableBuilder::find_landmarks() noexcept {
  const auto& rows = table_.rows;
  for (std::uint32_t row = rows.size() > 1 ? 1 : 0; row != 0; row = rows[row].next) {
    if (!rows[row].is_element()) continue;
    if (table_.html == 0) table_.html = row;
  }
  if (table_.is_xml || table_.html == 0) return;
  for (std::uint32_t row = table_.html + 1; row != 0 && row < rows[table_.html].end; row = rows[row].next) {
    if (table_.head == 0 && rows[row].tag == Tag::head) table_.head = row;
    if (table_.body == 0 && (rows[row].tag == Tag::body || rows[row].tag == Tag::frameset)) table_.body = row;
  }
}

}  // namespace pith
