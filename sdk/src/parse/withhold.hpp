#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/position_map.hpp"

namespace pith {

/// How a page is prepared for Gumbo.
struct WithholdRules {
  bool inert_text = true;     ///< leave out what is in script, style and comments, and long values
  bool formatting = true;     ///< let formatting elements through
  std::uint32_t depth = 512;  ///< open elements
  std::uint32_t attributes = 256;
  std::uint64_t work = 0;    ///< units of ParseCost
  std::uint64_t memory = 0;  ///< bytes of ParseCost
};

/// A page as Gumbo gets it.
struct WithheldPage {
  /// What Gumbo reads; a part of the page itself if nothing was left out.
  std::string_view html() const noexcept { return left_out ? std::string_view(storage) : page; }
  /// From offsets in `html` to offsets in the page.
  PositionMap positions;
  /// Where in `html` the start tags stand whose text was taken for raw text (or RCDATA, or plain text),
  /// in order. If the tree says otherwise of any element, `html` may not stand for the page.
  std::vector<std::uint32_t> text_elements;
  /// Where in `html` "<![CDATA[" was taken for a section rather than a comment, and the other way round.
  std::vector<std::uint32_t> cdata_sections;
  std::vector<std::uint32_t> cdata_comments;
  /// Elements and texts, about.
  std::uint64_t nodes = 0;

  bool dropped_deep = false;
  bool dropped_attributes = false;
  bool dropped_formatting = false;
  std::size_t cut_at = std::string_view::npos;  ///< where in the page it was cut off, if it was

  std::string_view page;
  std::string storage;
  bool left_out = false;
};

/// Prepares a page, which must outlive the result. Contents of raw text elements and comments are left out
/// exactly as the tokenizer delimits them (HTML standard, 13.2.5), so that the tree of what remains is the
/// tree of the page: an empty comment stands for each comment, and `""` for each long value of an attribute
/// that has nothing to be decoded and that the tree builder does not ask for. Whether an element's text is
/// raw text is for the tree builder to say; `text_elements` lets the caller check that it did.
WithheldPage withhold(std::string_view page, const WithholdRules& rules);

}  // namespace pith
