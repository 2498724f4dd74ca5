#include "selector/search_text.hpp"

#include "body/element_kinds.hpp"
#include "space_class.hpp"

namespace pith {

SearchText::SearchText(const DocumentTable& table) {
  begins_.reserve(table.rows.size() + 1);
  bool space = false;
  for (const NodeRow& row : table.rows) {
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
    if (row.is_element()) {
      space = space || is_block_tag(row.tag) || row.tag == Tag::br;
      continue;
    }
    if (row.kind != Node::Kind::text) continue;
    const std::string_view data = row.text();
    for (std::size_t at = 0; at < data.size();) {
      const SpacedCharacter character = classify_space(data, at);
      if (character.what == SpaceClass::visible) {
        if (space && !text_.empty()) text_ += ' ';
        space = false;
        for (const char c : data.substr(at, character.length)) {
          text_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
      } else if (character.what == SpaceClass::space) {
        space = true;
      }
      at += character.length;
    }
  }
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
}

std::vector<std::uint32_t> SearchText::find_all(std::string_view words) const {
  std::vector<std::uint32_t> found;
  for (std::size_t at = text_.find(words); at != std::string::npos; at = text_.find(words, at + 1)) {
    found.push_back(static_cast<std::uint32_t>(at));
  }
  return found;
}

}  // namespace pith
