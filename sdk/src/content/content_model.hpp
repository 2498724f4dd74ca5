#pragma once

#include <vector>

#include "content/text_run.hpp"
#include "kind/kind_model.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// What the models say of a page.
struct PageJudgement {
  KindProbabilities kinds{};
  std::vector<float> content;  ///< for each run the probability that it belongs to the page's content
};

/// The kind of the page first (kind_model.hpp), then its runs.
///
/// Two stages of boosted decision trees (Friedman 2001), trained on pages with gold text by
/// scripts/train-models: the first judges a run by what it is and where it stands (run_features.hpp),
/// the second by what the first said of it and of the runs around it. The tables are content_model_table.cpp.
PageJudgement judge_page(const std::vector<TextRun>& runs, PageContext& context);

}  // namespace pith
