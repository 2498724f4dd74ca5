#include "content/decision_trees.hpp"

#include <cmath>

namespace pith {

namespace {

/// After so many trees a sum beyond these says all: the trees that follow are ever smaller corrections.
constexpr std::uint32_t trees_to_be_sure = 20;
constexpr float surely_not = -3.6F;
constexpr float surely = 4.5F;

}  // namespace

float DecisionTrees::leaf(std::uint32_t tree, const float* features) const noexcept {
  const TreeQuestion* const own = questions + trees[tree].first_question;
  int at = 0;
  while (at >= 0) at = features[own[at].feature] <= own[at].threshold ? own[at].yes : own[at].no;
  return leaves[trees[tree].first_leaf + static_cast<std::uint32_t>(~at)];
}

float DecisionTrees::sum(const float* features) const noexcept {
  float sum = 0;
  for (std::uint32_t i = 0; i < count; ++i) sum += leaf(i, features);
  return sum;
}

float DecisionTrees::probability(const float* features) const noexcept {
  float sum = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (i % trees_to_be_sure == 0 && (sum < surely_not || sum > surely)) break;
    sum += leaf(i, features);
  }
  return 1.0F / (1.0F + std::exp(-sum));
}

}  // namespace pith
