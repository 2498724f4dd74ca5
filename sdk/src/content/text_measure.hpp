#pragma once

#include <cstdint>
#include <vector>

#include "pith/document.hpp"

namespace pith {

/// How much text stands in any subtree, told in constant time: prefix sums over the rows, made in one
/// pass per page. Lengths are bytes of text without white space; what is never seen (script, hidden
/// elements, noscript) counts nothing.
class TextMeasure {
 public:
  explicit TextMeasure(const Document& document);

  std::uint32_t text(Node node) const { return between(text_, node); }
  /// Of it, inside links.
  std::uint32_t link_text(Node node) const { return between(link_text_, node); }
  /// Share of the text that is inside links; 1 for an element without text.
  double link_density(Node node) const;

 private:
  static std::uint32_t between(const std::vector<std::uint32_t>& sums, Node node) {
    return node ? sums[node.end_row()] - sums[node.row()] : 0;
  }
  std::vector<std::uint32_t> text_;
  std::vector<std::uint32_t> link_text_;
};

}  // namespace pith
