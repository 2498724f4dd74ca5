#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pith/node.hpp"

namespace feeds {

/// The name without its prefix, lower case.
std::string local_name(pith::Node node);
/// The first child element of one of these names ("dc:creator", or "title" without a prefix; "atom:title" is
/// "title" within Atom). Empty if there is none.
pith::Node child(pith::Node parent, std::string_view name);
std::vector<pith::Node> children(pith::Node parent, std::string_view name);
/// The text of the first child of this name that has any, trimmed, references resolved once more where a feed
/// escaped twice. Empty if there is none.
std::string child_text(pith::Node parent, std::string_view name);
/// The same, but of a child that holds elements their HTML: feeds forget to escape it.
std::string child_html(pith::Node parent, std::string_view name);
/// A plain text value as a reader would see it: tags off, references resolved, white space collapsed.
std::string plain(std::string_view text);
/// An element's contents as HTML, for Atom's `type="xhtml"`.
std::string inner_html(pith::Node node);

}  // namespace feeds
