#pragma once

#include <vector>

#include "pith/block.hpp"
#include "pith/export.hpp"
#include "pith/node.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// Which generic cuts are made while a body is read.
struct BodyOptions {
  /// What no body ever holds: navigation, forms, share bars, comments, hidden parts, by element, role and
  /// well-known class names. Whatever the ledger keeps is exempt.
  bool generic_cuts = true;
};

/// Turns elements into typed blocks: paragraphs out of `p`, of text between block elements and of
/// `br br`; headings, nested lists, quotes, figures with caption and credit, data tables (layout
/// tables are flattened), code with its language, embeds. Inline links are made absolute. Leaves out what the
/// ledger has cut. The result never depends on anything but the page and the options.
PITH_API std::vector<Block> read_body(const std::vector<Node>& roots, PageContext& context,
                                      const BodyOptions& options = {});
PITH_API std::vector<Block> read_body(Node root, PageContext& context, const BodyOptions& options = {});

}  // namespace pith
