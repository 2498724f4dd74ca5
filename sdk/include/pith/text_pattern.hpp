#pragma once

#include <string>
#include <string_view>

#include "pith/export.hpp"

namespace pith {

/// Words to be recognised in the text of a block. Compared by comparison_key (text.hpp): case, kind of
/// quotes and dashes, and white space do not matter. Matching is by literal search, never by regular
/// expression. An immutable value.
class PITH_API TextPattern {
 public:
  enum class How {
    equals,    ///< the whole text
    begins,    ///< the text begins so
    ends,      ///< the text ends so
    contains,  ///< somewhere in the text, at the edges of words
  };
  TextPattern(How how, std::string_view words, bool headings_only = false);

  /// `key` is the comparison_key of the text in question.
  bool matches_key(std::string_view key) const;
  bool matches(std::string_view text) const;
  bool headings_only() const noexcept { return headings_only_; }
  /// For the ledger: `begins "more from"`.
  std::string describe() const;
  const std::string& key() const noexcept { return key_; }
  How how() const noexcept { return how_; }

 private:
  How how_;
  bool headings_only_;
  std::string words_;
  std::string key_;
};

/// The whole text of a block is these words.
inline TextPattern line(std::string_view words) {
  return {TextPattern::How::equals, words};
}
/// The text of a block begins with these words.
inline TextPattern line_beginning(std::string_view words) {
  return {TextPattern::How::begins, words};
}
/// The text of a block ends with these words.
inline TextPattern line_ending(std::string_view words) {
  return {TextPattern::How::ends, words};
}
/// The text of a block contains these words.
inline TextPattern line_with(std::string_view words) {
  return {TextPattern::How::contains, words};
}
/// A heading, or a short block set like one, whose whole text is these words.
inline TextPattern heading(std::string_view words) {
  return {TextPattern::How::equals, words, true};
}

}  // namespace pith
