#pragma once

#include <string>
#include <vector>

#include "pith/document.hpp"
#include "pith/node.hpp"
#include "pith/page_context.hpp"

namespace blog_index {

/// One entry of an index: where it stands, and where its title leads.
struct Entry {
  /// Elements that belong to it and to no other entry, in document order.
  std::vector<pith::Node> parts;
  pith::Node title;  ///< the linked heading, or the link
  std::string url;   ///< absolute
};

/// The entries of an index page, in order: linked headings, each with what surrounds it up to the
/// next. Empty for a page that is no index.
std::vector<Entry> find_entries(pith::PageContext& context);

}  // namespace blog_index
