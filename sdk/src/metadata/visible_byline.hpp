#pragma once

#include "metadata/candidate.hpp"
#include "metadata/headline_lines.hpp"

namespace pith::metadata {

/// Reads from the lines around a headline who wrote the article and when, as a reader would: "By Ann Lee",
/// "Published March 3, 2025 by Ann Lee", "Updated: 3.3.2025", a line of its own that is a date. Trusted least
/// of all that names people, for nothing but words and place say so.
void read_visible_byline(const HeadlineLines& lines, Candidates& candidates);

}  // namespace pith::metadata
