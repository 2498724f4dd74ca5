#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "content/run_group.hpp"
#include "content/text_run.hpp"
#include "kind/kind_model.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// What the model of content is asked about a run of text. The order is that of the model's table and of
/// run_feature_names.
enum class RunFeature : std::size_t {
  bytes,
  words,
  link_density,
  word_length,
  sentences,
  commas,
  digits,
  capitals,
  ends_sentence,
  ends_colon,
  first,
  container,
  heading,
  in_list,
  in_table,
  in_quote,
  in_code,
  in_figure,
  in_nav,
  in_footer,
  in_aside,
  in_header,
  in_form,
  article_distance,
  in_main,
  boilerplate_distance,
  boilerplate_kind,
  weak_distance,
  weak_kind,
  content_distance,
  content_names,
  depth,
  index,
  offset,
  previous_bytes,
  previous_links,
  previous_container,
  next_bytes,
  next_links,
  next_container,
  window_bytes,
  window_links,
  first_share,
  second_share,
  third_share,
  fourth_share,
  first_links,
  second_links,
  third_links,
  fourth_links,
  first_run_bytes,
  second_run_bytes,
  third_run_bytes,
  fourth_run_bytes,
  first_paragraphs,
  second_paragraphs,
  third_paragraphs,
  fourth_paragraphs,
  in_candidate,
  candidate_distance,
  candidate_share,
  candidate_side,
  declared_body,
  data_body,
  in_data_body,
  is_title,
  repeats,
  template_runs,
  template_bytes,
  template_links,
  chrome_words,
  chrome_first,
  dates,
  prices,
  from_h1,
  from_heading,
  last_heading,
  page_bytes,
  page_runs,
  page_links,
  page_paragraphs,
  page_longest,
  page_article,
  page_product,
  page_thread,
  page_comments,
  page_code,
  page_prices,
  page_lists,
  page_tables,
  page_headings,
  kind_article,
  kind_documentation,
  kind_forum,
  kind_listing,
  kind_collection,
  kind_product,
  kind_service,
  count_
};
constexpr std::size_t run_feature_count = static_cast<std::size_t>(RunFeature::count_);
using RunFeatures = std::array<float, run_feature_count>;

/// Names in the order of RunFeature, for the script that trains the model.
const std::array<const char*, run_feature_count>& run_feature_names();

/// What was found out about the page before its runs are looked at.
struct PageEvidence {
  std::vector<Node> candidate;  ///< of find_main_content()
  KindProbabilities kinds;
};

/// The features of all runs of the page, in time linear in its rows and runs.
std::vector<RunFeatures> run_features(const std::vector<TextRun>& runs, const std::vector<RunGroups>& groups,
                                      const PageEvidence& evidence, PageContext& context);

}  // namespace pith
