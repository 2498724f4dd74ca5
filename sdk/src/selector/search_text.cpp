#include "selector/search_text.hpp"

#include "body/element_kinds.hpp"
#include "space_class.hpp"

namespace pith {
namespace {

bool separates(const NodeRow& row) {
  return row.is_element() && (is_block_tag(row.tag) || row.tag == Tag::br);
}

/// Whether an element that separates ends between `row` and the row after it.
bool ends_block(const DocumentTable& table, std::uint32_t row) {
  const std::uint32_t after = row + 1;
  for (std::uint32_t at = row; at != 0 && table.rows[at].end == after; at = table.rows[at].parent) {
    if (separates(table.rows[at])) return true;
  }
  return false;
}

}  // namespace

SearchText::SearchText(const DocumentTable& table, RowSpan span) : span_(span) {
  begins_.reserve(span.end - span.begin + 1);
  for (std::uint32_t row = span.begin; row < span.end; ++row) {
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
    const NodeRow& node = table.rows[row];
    space_ = space_ || separates(node);
    if (node.kind == Node::Kind::text) append(node.text());
    space_ = space_ || ends_block(table, row);
  }
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
}

void SearchText::append(std::string_view data) {
  for (std::size_t at = 0; at < data.size();) {
    const SpacedCharacter character = classify_space(data, at);
    if (character.what == SpaceClass::visible) {
      if (space_ && !text_.empty()) text_ += ' ';
      space_ = false;
      for (const char c : data.substr(at, character.length)) {
        text_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      }
    } else if (character.what == SpaceClass::space) {
      space_ = true;
    }
    at += character.length;
  }
}

std::vector<std::uint32_t> SearchText::find_all(std::string_view words) const {
  std::vector<std::uint32_t> found;
  for (std::size_t at = text_.find(words); at != std::string::npos; at = text_.find(words, at + 1)) {
    found.push_back(static_cast<std::uint32_t>(at));
  }
  return found;
}

}  // namespace pith
