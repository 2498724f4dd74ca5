#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "pith/ledger.hpp"
#include "pith/node.hpp"

namespace pith {

/// Appends text with white space collapsed across the borders of the pieces it comes in: a run of
/// white space is one space, a block border one '\n', none at the ends.
class TextCollapser {
 public:
  void add(std::string_view piece);
  /// The border of a block: what follows begins a line.
  void line_break() {
    if (!text_.empty()) break_pending_ = true;
  }
  std::string take() { return std::move(text_); }
  std::size_t size() const noexcept { return text_.size(); }

 private:
  std::string text_;
  bool space_pending_ = false;
  bool break_pending_ = false;
};

/// Whether a text begins or ends with white space; both for one that holds nothing else.
struct EdgeSpace {
  bool before = false;
  bool after = false;
};
EdgeSpace edge_space(std::string_view text);

/// What a reader would see of a node, less what `ledger` has cut (if one is given); stops after about
/// `most_bytes`.
std::string collect_visible_text(Node node, const Ledger* ledger,
                                 std::size_t most_bytes = static_cast<std::size_t>(-1));

}  // namespace pith
