#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "pith/tag.hpp"

namespace pith {

/// A start tag, as far as the stack of open elements cares.
struct StartTag {
  Tag tag = Tag::other;
  std::uint32_t name_hash = 0;  ///< of the lower-case name
  std::uint32_t text_hash = 0;  ///< of the whole tag, to tell formatting elements apart
  bool self_closing = false;
  bool leaves_foreign_font = false;
};

/// Follows what tree construction (HTML standard, 13.2.6) does to its stack of open elements and its list
/// of active formatting elements, closely enough to know what is foreign content and how deep the tree
/// gets. Where in doubt it takes an element for open: too deep is safe, too shallow is not.
class OpenElements {
 public:
  OpenElements(std::uint32_t max_depth, std::uint32_t max_formatting);

  /// How the tree builder meets a start tag.
  struct Verdict {
    bool drop = false;     ///< it would open deeper than allowed: leave the tag out
    bool ignored = false;  ///< the tree builder will ignore it: its text is no raw text
  };
  Verdict start(const StartTag& tag);
  /// An end tag; true if it belongs to a start tag that was dropped.
  bool end(Tag tag, std::uint32_t name_hash);

  /// Whether the current node is in the SVG or MathML namespace, so that CDATA sections exist.
  bool in_foreign_namespace() const noexcept { return !stack_.empty() && stack_.back().foreign; }
  /// An upper bound of the elements that are open, formatting elements to be reopened included.
  std::size_t depth() const noexcept { return base_depth + real_ + formatting_real_; }
  std::size_t formatting() const noexcept { return formatting_real_; }

 private:
  static constexpr std::size_t base_depth = 2;  // html and body
  static constexpr auto none = static_cast<std::size_t>(-1);

  struct Entry {
    std::uint32_t name_hash;
    Tag tag;
    bool foreign = false;      // in the SVG or MathML namespace
    bool integration = false;  // foreign itself, but what is in it is HTML
    bool dropped = false;
  };
  struct Formatting {
    std::uint32_t text_hash;
    Tag tag;  // Tag::none is a marker
    bool dropped = false;
  };

  bool in_foreign_content() const noexcept {
    return !stack_.empty() && stack_.back().foreign && !stack_.back().integration;
  }
  Verdict start_foreign(const StartTag& tag);
  Verdict start_in_select(const StartTag& tag);
  Verdict start_formatting(const StartTag& tag);
  Verdict start_table_part(const StartTag& tag);
  Verdict push(const StartTag& tag, bool foreign, bool integration);
  void close_before(Tag tag);
  void close_list_item(bool is_li);
  bool end_formatting(Tag tag);
  std::optional<bool> end_foreign(std::uint32_t name_hash);
  static bool may_close_in_select(Tag tag) noexcept;
  std::size_t find_to_close(Tag tag, std::uint32_t name_hash) const;

  void pop();
  void pop_to(std::size_t index);
  void erase(std::size_t index);
  void clear_formatting_to_marker();
  template <class Match, class Bound>
  std::size_t find(Match matches, Bound bounds) const;
  std::size_t find_in_scope(Tag tag, bool button_scope) const;
  std::size_t find_table() const;

  std::size_t next_below(std::size_t index) const noexcept;
  std::uint32_t& opened(Tag tag) noexcept { return opened_[static_cast<std::size_t>(tag)]; }
  bool is_open(Tag tag) const noexcept { return opened_[static_cast<std::size_t>(tag)] != 0; }

  std::vector<Entry> stack_;
  std::vector<Formatting> formatting_;
  std::size_t max_depth_;
  std::size_t max_formatting_;
  std::size_t real_ = 0;
  std::size_t formatting_real_ = 0;
  std::size_t first_dropped_ = none;  // all from here on are dropped, until it is closed
  std::array<std::uint32_t, static_cast<std::size_t>(Tag::count_)> opened_{};  // HTML elements on the stack
};

}  // namespace pith
