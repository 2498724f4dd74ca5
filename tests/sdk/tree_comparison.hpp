#pragma once

#include <string>
#include <string_view>

#include "pith/document.hpp"

namespace pith {

/// Parses `html` with Gumbo as it is, nothing withheld, and says in words how the tree differs from the
/// document's; empty if it does not. Texts, tags, attributes, contents of raw text elements and places in
/// the source all count.
std::string difference_to_plain_parse(const Document& document, std::string_view html);

/// Says which rule of a table the document breaks (order, links, bounds, depth); empty if none.
std::string broken_invariant(const Document& document, const Limits& limits = {});

}  // namespace pith
