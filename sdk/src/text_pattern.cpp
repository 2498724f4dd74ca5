#include "pith/text_pattern.hpp"

#include "pith/text.hpp"

namespace pith {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether `words` stand at `at` without cutting a word in two.
bool at_word_edges(std::string_view key, std::size_t at, std::string_view words) {
  const bool open_left = at == 0 || !is_word_byte(words.front()) || !is_word_byte(key[at - 1]) ||
                         static_cast<unsigned char>(words.front()) >= 0x80;
  const std::size_t end = at + words.size();
  const bool open_right = end == key.size() || !is_word_byte(words.back()) || !is_word_byte(key[end]) ||
                          static_cast<unsigned char>(words.back()) >= 0x80;
  return open_left && open_right;
}

}  // namespace

TextPattern::TextPattern(How how, std::string_view words, bool headings_only)
    : how_(how), headings_only_(headings_only), words_(words), key_(comparison_key(words)) {}

bool TextPattern::matches_key(std::string_view key) const {
  if (key_.empty() || key.size() < key_.size()) return false;
  switch (how_) {
    case How::equals:
      return key == key_;
    case How::begins:
      return key.starts_with(key_) && at_word_edges(key, 0, key_);
    case How::ends:
      return key.ends_with(key_) && at_word_edges(key, key.size() - key_.size(), key_);
    case How::contains:
      for (std::size_t at = key.find(key_); at != std::string_view::npos; at = key.find(key_, at + 1)) {
        if (at_word_edges(key, at, key_)) return true;
      }
      return false;
  }
  return false;
}

bool TextPattern::matches(std::string_view text) const {
  return matches_key(comparison_key(text));
}

std::string TextPattern::describe() const {
  static constexpr const char* names[] = {"line", "line beginning", "line ending", "line with"};
  const std::string name = headings_only_ ? "heading" : names[static_cast<int>(how_)];
  return name + " \"" + words_ + "\"";
}

}  // namespace pith
