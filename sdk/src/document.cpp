#include "pith/document.hpp"

#include <utility>

#include "parse/parse_html.hpp"
#include "parse/table.hpp"

namespace pith {
namespace {

std::shared_ptr<const DocumentTable> empty_table() {
  static const std::shared_ptr<const DocumentTable> table = [] {
    auto made = std::make_shared<DocumentTable>();
    made->rows.emplace_back().kind = Node::Kind::document;
    made->rows.front().end = 1;
    return made;
  }();
  return table;
}

Node node_or_none(const DocumentTable& table, std::uint32_t row) noexcept {
  return row != 0 ? Node{&table, row} : Node{};
}

}  // namespace

Document::Document() : table_(empty_table()) {}

Document Document::from(const Page& page, const Limits& limits) {
  return parse(page.bytes, limits);
}

Document Document::parse(std::string html, const Limits& limits) {
  auto table = std::make_shared<DocumentTable>();
  table->source = std::move(html);
  parse_html(*table, limits);
  return Document(std::move(table));
}

Document Document::parse_xml(std::string xml, const Limits& limits) {
  return parse(std::move(xml), limits);
}

Node Document::root() const noexcept {
  return {table_.get(), 0};
}
Node Document::html() const noexcept {
  return node_or_none(*table_, table_->html);
}
Node Document::head() const noexcept {
  return node_or_none(*table_, table_->head);
}
Node Document::body() const noexcept {
  return node_or_none(*table_, table_->body);
}

Node Document::at(std::uint32_t row) const noexcept {
  return row < size() ? Node{table_.get(), row} : Node{};
}

std::uint32_t Document::size() const noexcept {
  return static_cast<std::uint32_t>(table_->rows.size());
}
bool Document::is_xml() const noexcept {
  return table_->is_xml;
}
const std::string& Document::encoding() const noexcept {
  return table_->encoding;
}
const std::vector<Notice>& Document::notices() const noexcept {
  return table_->notices;
}
std::string_view Document::utf8() const noexcept {
  return table_->source;
}

}  // namespace pith
