#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith {

/// Makes of an XML text as it is found one that a parser can go on with, piece by piece: leaves out what
/// comes before the root element, the document type, comments and processing instructions; repairs '&' that
/// begin no reference to a character (what a document declares itself stays unresolved), '<' that begin no
/// tag, and control characters. What is wrong with tags and attributes is left to the parser.
class XmlRepair {
 public:
  /// The text must be UTF-8 and live as long as this.
  explicit XmlRepair(std::string_view text) : text_(text) {}

  /// The next piece, good until the next call; empty at the end.
  std::string_view next();
  /// Whether anything had to be repaired so far.
  bool repaired() const noexcept { return repaired_; }

 private:
  void read_markup();
  void read_reference();
  void copy(std::size_t end);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t run_ = 0;  ///< characters since the last '<'
  std::string out_;
  bool in_root_ = false;
  bool repaired_ = false;
};

}  // namespace pith
