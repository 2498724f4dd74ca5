#pragma once

#include "pith/extraction.hpp"
#include "pith/page_context.hpp"

namespace related_cards {

/// The related articles that a page carries as data: links with title, publisher and age, as where they are
/// shown. Their texts go into the ledger.
void read_related_cards(pith::PageContext& context, pith::Extraction& result);

}  // namespace related_cards
