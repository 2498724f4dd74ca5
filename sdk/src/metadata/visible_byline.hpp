#pragma once

#include "metadata/candidate.hpp"
#include "pith/document.hpp"

namespace pith::metadata {

/// Reads from the lines below a headline who wrote the article, as a reader would: "By Ann Lee", "Published
/// March 3, 2025 by Ann Lee", a link to an author's page. Trusted little, for nothing but words and place say
/// so.
void read_visible_byline(Node headline, Candidates& candidates);

}  // namespace pith::metadata
