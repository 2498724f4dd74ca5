#pragma once

#include <array>
#include <cstddef>

#include "content/decision_trees.hpp"
#include "kind/page_signs.hpp"
#include "pith/page_kind.hpp"

namespace pith {

constexpr std::size_t page_kind_count = static_cast<std::size_t>(PageKind::count_);

/// For each kind the trees that speak for it; asked with PageSigns. Written by scripts/train-models.
extern const std::array<DecisionTrees, page_kind_count> kind_trees;

/// In the order of PageKind; they sum to 1.
using KindProbabilities = std::array<float, page_kind_count>;
KindProbabilities kind_probabilities(const PageSigns& signs);
PageKind most_likely(const KindProbabilities& probabilities);

}  // namespace pith
