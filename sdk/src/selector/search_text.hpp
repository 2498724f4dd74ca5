#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/table.hpp"
#include "selector/row_span.hpp"

namespace pith {

/// The text of some rows as :contains-text sees it: white space collapsed, a space at the borders of
/// blocks, ASCII in lower case; and where each row's share of it lies. Made once for many elements, so
/// that asking every ancestor costs nothing more.
class SearchText {
 public:
  SearchText() = default;
  SearchText(const DocumentTable& table, RowSpan span);

  RowSpan span() const { return span_; }
  /// Where the words begin, everywhere they do.
  std::vector<std::uint32_t> find_all(std::string_view words) const;
  /// The share of an element: from its first to its last text.
  std::pair<std::uint32_t, std::uint32_t> range(const NodeRow& element, std::uint32_t row) const {
    return {begins_[row - span_.begin], begins_[element.end - span_.begin]};
  }

 private:
  void append(std::string_view data);

  RowSpan span_;
  std::string text_;
  /// White space was seen and has not been written.
  bool space_ = false;
  /// For each row, where text that comes after it in document order begins.
  std::vector<std::uint32_t> begins_;
};

}  // namespace pith
