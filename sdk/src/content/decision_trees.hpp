#pragma once

#include <cstdint>

namespace pith {

/// A question of a tree: whether a feature is at most a threshold, and where to go if it is and if it is not.
/// Below 0 are leaves: ~answer is the leaf's place.
struct TreeQuestion {
  float threshold;
  std::int16_t feature;
  std::int16_t answers[2];
};

/// Boosted decision trees as a table. Each tree has its questions and leaves in a row, the first question
/// being the root; questions and leaves are counted from the tree's own first ones.
struct DecisionTrees {
  struct Tree {
    std::uint32_t first_question;
    std::uint32_t first_leaf;
  };
  const Tree* trees;
  std::uint32_t count;
  const TreeQuestion* questions;
  const float* leaves;

  /// The sum of the leaves that the features lead to.
  float sum(const float* features) const noexcept;
  /// The logistic function of that sum: a probability. Cut short where more trees would not change it much.
  float probability(const float* features) const noexcept;

 private:
  float add(float sum, std::uint32_t first, std::uint32_t last, const float* features) const noexcept;
};

}  // namespace pith
