#pragma once

#include <cstdint>
#include <vector>

#include "pith/document.hpp"

namespace pith {

/// How much text stands in any subtree, told in constant time: prefix sums over the rows, made in one
/// pass per page. Lengths are bytes of text without white space; what is never seen (script, hidden
/// elements) counts nothing. Nor does noscript, unless it holds more than all the rest: then the page is a
/// shell for programs, and what it has for readers without them is its content.
class TextMeasure {
 public:
  explicit TextMeasure(const Document& document);

  std::uint32_t text(Node node) const { return between(text_, node); }
  /// Of it, inside links.
  std::uint32_t link_text(Node node) const { return between(link_text_, node); }
  /// Share of the text that is inside links; 1 for an element without text.
  double link_density(Node node) const;
  /// Whether nothing in the element is for readers of this page.
  bool is_unseen(Node element) const;

 private:
  static std::uint32_t between(const std::vector<std::uint32_t>& sums, Node node) {
    return node ? sums[node.end_row()] - sums[node.row()] : 0;
  }
  void measure(const Document& document);
  std::uint32_t paragraph_bytes(const Document& document) const;
  bool reads_noscript_ = false;
  bool reads_hidden_ = false;
  std::vector<std::uint32_t> text_;
  std::vector<std::uint32_t> link_text_;
};

}  // namespace pith
