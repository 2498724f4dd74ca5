#pragma once

#include <vector>

#include "content/text_run.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// For each run the probability that it belongs to the page's content.
///
/// Two stages of boosted decision trees (Friedman 2001), trained on pages with gold text by
/// scripts/train-content-model: the first judges a run by what it is and where it stands (run_features.hpp),
/// the second by what the first said of it and of the runs around it. The tables are content_model_table.cpp.
std::vector<float> content_probabilities(const std::vector<TextRun>& runs, PageContext& context);

}  // namespace pith
