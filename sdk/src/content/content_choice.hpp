#pragma once

#include <vector>

#include "content/text_run.hpp"
#include "pith/favor.hpp"

namespace pith {

/// From which probability on the runs of this page are content: where the F-measure that the probabilities
/// foretell is highest, each byte counting alike (Ye, Chai, Lee and Chieu, "Optimizing F-measure", ICML 2012:
/// the best choice takes the most probable ones). Precision counts for twice as much as recall if it is
/// favored, and the other way round. Time n log n.
float content_threshold(const std::vector<TextRun>& runs, const std::vector<float>& probabilities,
                        Favor favor);

}  // namespace pith
