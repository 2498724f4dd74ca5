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

/// Every link met after the line that matches `marker`, once.
std::vector<Link> read_links_after(const TextPattern& marker, std::string_view relation,
                                   PageContext& context);

}  // namespace pith
