#include "kind/kind_model.hpp"

#include <algorithm>
#include <cmath>

namespace pith {

KindProbabilities kind_probabilities(const PageSigns& signs) {
  KindProbabilities probabilities{};
  float sum = 0;
  for (std::size_t kind = 0; kind < page_kind_count; ++kind) {
    probabilities[kind] = std::exp(kind_trees[kind].sum(signs.data()));
    sum += probabilities[kind];
  }
  for (float& probability : probabilities) probability /= sum;
  return probabilities;
}

PageKind most_likely(const KindProbabilities& probabilities) {
  return static_cast<PageKind>(std::max_element(probabilities.begin(), probabilities.end()) -
                               probabilities.begin());
}

}  // namespace pith
