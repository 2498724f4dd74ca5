#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/table.hpp"

namespace pith {

/// All text of a document as :contains-text sees it: white space collapsed, a space at the borders of blocks,
/// ASCII in lower case; and where each row's share of it lies. Made once per use of a selector, so that
/// asking every ancestor costs nothing more.
class SearchText {
 public:
  explicit SearchText(const DocumentTable& table);

  /// Where the words begin, everywhere they do.
  std::vector<std::uint32_t> find_all(std::string_view words) const;
  /// The share of an element: from its first to its last text.
  std::pair<std::uint32_t, std::uint32_t> range(const NodeRow& element, std::uint32_t row) const {
    return {begins_[row], begins_[element.end]};
  }

 private:
  std::string text_;
  /// For each row, where text that comes after it in document order begins.
  std::vector<std::uint32_t> begins_;
};

}  // namespace pith
