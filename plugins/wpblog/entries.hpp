#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pith/document.hpp"
#include "pith/node.hpp"
#include "pith/page_context.hpp"

namespace blog_index {

/// One entry of an index: where it stands, and where its title leads.
struct Entry {
  /// Elements that belong to it and to no other entry, in document order.
  std::vector<pith::Node> parts;
  pith::Node heading;  ///< the linked heading, or the link
  std::string title;   ///< empty if it has none
  std::string url;     ///< absolute
};

/// The entries of an index page, in order: linked headings, each with what surrounds it up to the
/// next. Empty for a page that is no index.
std::vector<Entry> find_entries(pith::PageContext& context);

/// "Continue Reading" and what else leads from an excerpt to the whole.
bool begins_continue_reading(std::string_view text);

}  // namespace blog_index
