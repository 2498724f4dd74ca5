#include "content/content_model.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "content/content_model_table.hpp"
#include "content/run_features.hpp"
#include "content/run_group.hpp"
#include "kind/page_signs.hpp"
#include "pith/main_content.hpp"

namespace pith {
namespace {

/// Runs to each side whose judgement the second stage is told one by one, and together.
constexpr int near = 3;
constexpr std::size_t following = 4;

constexpr auto told_again =
    std::to_array<RunFeature>({RunFeature::bytes,           RunFeature::link_density,
                               RunFeature::heading,         RunFeature::container,
                               RunFeature::in_candidate,    RunFeature::candidate_distance,
                               RunFeature::page_bytes,      RunFeature::page_links,
                               RunFeature::page_paragraphs, RunFeature::boilerplate_distance,
                               RunFeature::in_list,         RunFeature::template_runs,
                               RunFeature::from_h1,         RunFeature::page_runs,
                               RunFeature::kind_article,    RunFeature::kind_documentation,
                               RunFeature::kind_forum,      RunFeature::kind_listing,
                               RunFeature::kind_collection, RunFeature::kind_product,
                               RunFeature::kind_service});
constexpr std::size_t second_features = 1 + 2 * near + 2 * group_levels + 6 + told_again.size();

struct Sum {
  double bytes = 0;
  double content = 0;  ///< bytes times probability
  double share() const { return bytes > 0 ? content / std::max(bytes, 1.0) : 0; }
};
Sum operator-(const Sum& a, const Sum& b) {
  return {a.bytes - b.bytes, a.content - b.content};
}

/// What the second stage is asked, after the first has spoken.
class SecondLook {
 public:
  SecondLook(const std::vector<TextRun>& runs, const std::vector<RunGroups>& groups,
             const std::vector<float>& said)
      : runs_(runs), groups_(groups), said_(said), sums_(runs.size() + 1) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const double content = static_cast<double>(runs[i].bytes) * said[i];
      sums_[i + 1] = {sums_[i].bytes + runs[i].bytes, sums_[i].content + content};
      Sum& made = templates_[static_cast<std::uint32_t>(runs[i].signature)];
      made.bytes += runs[i].bytes;
      made.content += content;
      if (said[i] > 0.5F) kept_ += runs[i].bytes;
    }
  }

  std::array<float, second_features> features(std::size_t i, const RunFeatures& first) const {
    std::array<float, second_features> out{};
    std::size_t next = 0;
    const auto add = [&](double value) { out[next++] = static_cast<float>(value); };
    add(said_[i]);
    for (int step = -near; step <= near; ++step) {
      if (step != 0) add(said_at(static_cast<std::ptrdiff_t>(i) + step));
    }
    const double all = std::max(sums_.back().bytes, 1.0);
    for (const RunGroup& group : groups_[i]) {
      const Sum sum = sums_[group.last] - sums_[group.first];
      add(sum.share());
      add(sum.bytes / all);
    }
    add(templates_.at(static_cast<std::uint32_t>(runs_[i].signature)).share());
    add(sums_.back().content / all);
    add(kept_ / all);
    add(sums_[i].content / std::max(sums_.back().content, 1e-9));
    const std::size_t last = std::min(runs_.size(), i + 1 + following);
    add((sums_[last] - sums_[i + 1]).share());
    add((sums_[i] - sums_[i - std::min(i, following)]).share());
    for (const RunFeature which : told_again) add(first[static_cast<std::size_t>(which)]);
    return out;
  }

 private:
  float said_at(std::ptrdiff_t i) const {
    return i >= 0 && static_cast<std::size_t>(i) < said_.size() ? said_[static_cast<std::size_t>(i)] : 0.0F;
  }

  const std::vector<TextRun>& runs_;
  const std::vector<RunGroups>& groups_;
  const std::vector<float>& said_;
  std::vector<Sum> sums_;
  std::unordered_map<std::uint32_t, Sum> templates_;
  double kept_ = 0;
};

}  // namespace

PageJudgement judge_page(const std::vector<TextRun>& runs, PageContext& context) {
  PageEvidence evidence{find_main_content(context), {}};
  evidence.kinds = kind_probabilities(page_signs(runs, evidence.candidate, context));
  const std::vector<RunGroups> groups = find_run_groups(runs, context.document());
  const std::vector<RunFeatures> features = run_features(runs, groups, evidence, context);
  std::vector<float> said(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) said[i] = first_stage.probability(features[i].data());
  context.check_time();
  const SecondLook second(runs, groups, said);
  PageJudgement judgement{evidence.kinds, std::vector<float>(runs.size())};
  for (std::size_t i = 0; i < runs.size(); ++i)
    judgement.content[i] = second_stage.probability(second.features(i, features[i]).data());
  return judgement;
}

}  // namespace pith
