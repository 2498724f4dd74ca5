#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pith/article.hpp"
#include "pith/node.hpp"
#include "pith/page_context.hpp"
#include "pith/text_pattern.hpp"

namespace pith {

/// The link a card shows: its first web link (or itself), with title, publisher and age as far as the
/// lines of the card tell them.
std::optional<Link> read_link(Node card, std::string_view relation, PageContext& context);

/// Where the links of a list begin and end.
struct LinkSection {
  TextPattern marker;
  /// Lines with which something else begins.
  std::vector<TextPattern> ends;
  /// Lines that say nothing: alternative texts of pictures and the like.
  std::vector<TextPattern> ignored;
};

/// Every link met after the line that matches the marker, once.
std::vector<Link> read_links_after(const LinkSection& section, std::string_view relation,
                                   PageContext& context);

}  // namespace pith
