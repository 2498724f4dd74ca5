#include "pith/document.hpp"

#include <string>
#include <utility>

#include "parse/markup_kind.hpp"
#include "parse/parse_html.hpp"
#include "parse/parse_xml.hpp"
#include "parse/table.hpp"
#include "pith/charset.hpp"

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

void tell_too_long(DocumentTable& table, const Limits& limits) {
  table.notices.push_back({Notice::Kind::limit, "the page is longer than " + std::to_string(limits.bytes) +
                                                    " bytes and was cut off there"});
}

void tell_replaced(DocumentTable& table, std::size_t replaced) {
  if (replaced == 0) return;
  table.notices.push_back(
      {Notice::Kind::charset,
       std::to_string(replaced) +
           (replaced == 1 ? " sequence of bytes that is" : " sequences of bytes that are") + " no text in " +
           table.encoding + " replaced by U+FFFD"});
}

void tell_encoded_twice(DocumentTable& table) {
  table.notices.push_back(
      {Notice::Kind::charset,
       "the page had been taken for windows-1252 and encoded as UTF-8 twice, which is undone"});
}

void parse_into(DocumentTable& table, bool is_xml, const Limits& limits) {
  if (is_xml) {
    parse_xml(table, limits);
  } else {
    parse_html(table, limits);
  }
}

std::shared_ptr<const DocumentTable> parse_utf8(std::string text, bool is_xml, const Limits& limits) {
  auto table = std::make_shared<DocumentTable>();
  if (text.size() > limits.bytes) {
    text.resize(limits.bytes);
    tell_too_long(*table, limits);
  }
  tell_replaced(*table, make_valid_utf8(text));
  table->source = std::move(text);
  parse_into(*table, is_xml, limits);
  return table;
}

// Rows stand in the UTF-8 text until here; readers want to know where in the page that came.
void map_to_bytes(DocumentTable& table) {
  if (table.offsets.steps.empty() && table.offsets.shift == 0) return;
  for (NodeRow& row : table.rows) {
    if (row.source_end == 0) continue;
    row.source_begin = table.offsets.to_source(row.source_begin);
    row.source_end = table.offsets.to_source(row.source_end);
  }
}

Node node_or_none(const DocumentTable& table, std::uint32_t row) noexcept {
  return row != 0 ? Node{&table, row} : Node{};
}

}  // namespace

Document::Document() : table_(empty_table()) {}

Document Document::from(const Page& page, const Limits& limits) {
  const std::string_view content_type = page.header("content-type");
  const bool is_xml = is_xml_page(content_type, page.bytes);
  std::string bytes = page.bytes.substr(0, limits.bytes);
  auto table = std::make_shared<DocumentTable>();
  if (bytes.size() < page.bytes.size()) tell_too_long(*table, limits);
  DecodedText decoded = decode_page(std::move(bytes), content_type, is_xml);
  table->source = std::move(decoded.utf8);
  table->offsets = std::move(decoded.offsets);
  table->encoding = std::move(decoded.encoding);
  tell_replaced(*table, decoded.replaced);
  if (decoded.encoded_twice) tell_encoded_twice(*table);
  parse_into(*table, is_xml, limits);
  map_to_bytes(*table);
  return Document(std::move(table));
}

Document Document::parse(std::string html, const Limits& limits) {
  return Document(parse_utf8(std::move(html), false, limits));
}

Document Document::parse_xml(std::string xml, const Limits& limits) {
  return Document(parse_utf8(std::move(xml), true, limits));
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
