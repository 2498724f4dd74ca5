#include "content/decision_trees.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace pith {

namespace {

/// After so many trees a sum beyond these says all: the trees that follow are ever smaller corrections.
constexpr std::uint32_t trees_to_be_sure = 20;
constexpr float surely_not = -3.6F;
constexpr float surely = 4.5F;
constexpr std::uint32_t at_once = 5;

}  // namespace

// Several trees at a time, and no branch but the loop's: which way a question goes cannot be foretold, and a
// descent that has arrived waits for the others.
float DecisionTrees::add(float sum, std::uint32_t first, std::uint32_t last,
                         const float* features) const noexcept {
  const auto answer = [features](const TreeQuestion& question) {
    return static_cast<int>(question.answers[features[question.feature] <= question.threshold ? 0 : 1]);
  };
  const auto leaf = [&](std::uint32_t tree, int at) {
    return leaves[trees[tree].first_leaf + static_cast<std::uint32_t>(~at)];
  };
  for (; first + at_once <= last; first += at_once) {
    std::array<int, at_once> at{};
    std::array<const TreeQuestion*, at_once> own;
    for (std::uint32_t i = 0; i < at_once; ++i) own[i] = questions + trees[first + i].first_question;
    int open = 0;
    do {
      open = -1;
      for (std::uint32_t i = 0; i < at_once; ++i) {
        const int next = answer(own[i][std::max(at[i], 0)]);
        at[i] = at[i] < 0 ? at[i] : next;
        open &= at[i];
      }
    } while (open >= 0);
    for (std::uint32_t i = 0; i < at_once; ++i) sum += leaf(first + i, at[i]);
  }
  for (; first < last; ++first) {
    const TreeQuestion* const own = questions + trees[first].first_question;
    int at = 0;
    while (at >= 0) at = answer(own[at]);
    sum += leaf(first, at);
  }
  return sum;
}

float DecisionTrees::sum(const float* features) const noexcept {
  return add(0, 0, count, features);
}

float DecisionTrees::probability(const float* features) const noexcept {
  float sum = 0;
  for (std::uint32_t i = 0; i < count && sum >= surely_not && sum <= surely; i += trees_to_be_sure)
    sum = add(sum, i, std::min(count, i + trees_to_be_sure), features);
  return 1.0F / (1.0F + std::exp(-sum));
}

}  // namespace pith
