#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pith/boilerplate.hpp"
#include "pith/export.hpp"
#include "pith/node.hpp"

namespace pith {

/// One thing that was cut away.
struct Removal {
  Boilerplate kind = Boilerplate::other;
  /// Which rule did it: "drop .share-bar", "phrase \"download the app\"", "generic nav" ...
  std::string rule;
  SourceRange source;
  /// The first words of what was cut.
  std::string excerpt;
  /// Bytes of visible text that were cut.
  std::size_t text_bytes = 0;
};

/// The account of one page's removals, and the marks of what is removed.
///
/// Removing is marking: the Document stays as it is, and each row has a bit here. One ledger per page
/// being worked on; not thread-safe, not shared.
class PITH_API Ledger {
 public:
  Ledger() = default;

  /// Marks a node and everything in it, and writes it down. Cutting what is cut already does nothing. What
  /// holds no visible text and no picture (an empty wrapper) is marked but not written down.
  void cut(Node node, Boilerplate kind, std::string_view rule);
  /// Writes down text that was cut out of a block.
  void cut_text(std::string_view text, Boilerplate kind, std::string_view rule, SourceRange source = {});
  /// Exempts a node and everything in it from later cuts by rules that ask `is_kept`.
  void keep(Node node);

  bool is_cut(Node node) const noexcept { return marked(cut_, node.row()); }
  bool is_kept(Node node) const noexcept { return marked(kept_, node.row()); }

  /// In the order in which they were made.
  const std::vector<Removal>& removals() const noexcept { return removals_; }
  std::vector<Removal> take() { return std::move(removals_); }

 private:
  static bool marked(const std::vector<bool>& marks, std::uint32_t row) noexcept {
    return row < marks.size() && marks[row];
  }
  std::vector<bool> cut_;
  std::vector<bool> kept_;
  std::vector<Removal> removals_;
};

/// node.text() without what is cut.
PITH_API std::string visible_text(Node node, const Ledger& ledger);

}  // namespace pith
