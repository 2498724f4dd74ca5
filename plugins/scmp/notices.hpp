#pragma once

#include "pith/extraction.hpp"
#include "pith/page_context.hpp"

namespace scmp_data {

/// Takes out the lines that ask the reader to sign up, to get the app, or to read something else. Prose that
/// begins with the same words stays.
void drop_notices(pith::PageContext& context, pith::Extraction& result);

/// Ends the text at the notice of a paywall and says `paywalled`; also where the notice stands beside the
/// text.
void read_paywall(pith::PageContext& context, pith::Extraction& result);

}  // namespace scmp_data
