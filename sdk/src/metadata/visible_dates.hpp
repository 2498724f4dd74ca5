#pragma once

#include "metadata/candidate.hpp"
#include "pith/document.hpp"

namespace pith::metadata {

/// Adds the dates that a reader sees near the headline, whatever element they are in: short lines with a date
/// and few other words ("Posted on March 3, 2021", "Ann Lee | 3. März 2021", "Updated: 2021-03-03"). Those
/// below the headline are trusted more than those just above it; lines that speak of a change tell when the
/// article was modified.
void add_visible_dates(Node headline, const Document& document, Candidates& candidates);

/// Adds the first date below the headline, however far, in a short line that says what the date is
/// ("Published on 3 March 2021", "Last updated: ..."): for pages that date an article at its end. Trusted
/// least.
void add_labelled_date(Node headline, Candidates& candidates);

}  // namespace pith::metadata
