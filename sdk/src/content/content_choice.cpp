#include "content/content_choice.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace pith {
namespace {

/// What is less probable is never content, even where a page has nothing better.
float least_probability(Favor favor) {
  switch (favor) {
    case Favor::precision:
      return 0.4F;
    case Favor::recall:
      return 0.1F;
    case Favor::neither:
      break;
  }
  return 0.2F;
}

/// The square of beta in F-beta, which is how many times recall counts.
double weight_of_recall(Favor favor) {
  switch (favor) {
    case Favor::precision:
      return 0.25;
    case Favor::recall:
      return 4;
    case Favor::neither:
      break;
  }
  return 1;
}

}  // namespace

float content_threshold(const std::vector<TextRun>& runs, const std::vector<float>& probabilities,
                        Favor favor) {
  std::vector<std::size_t> order(runs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
  double likely = 0;
  for (std::size_t i = 0; i < runs.size(); ++i)
    likely += probabilities[i] * static_cast<double>(runs[i].bytes);
  const double recall = weight_of_recall(favor);
  double bytes = 0, right = 0, best = 0;
  float threshold = 1;
  for (const std::size_t i : order) {
    bytes += runs[i].bytes;
    right += probabilities[i] * static_cast<double>(runs[i].bytes);
    const double measure = right / (bytes + recall * likely);
    if (measure <= best) continue;
    best = measure;
    threshold = probabilities[i];
  }
  return std::max(threshold, least_probability(favor));
}

}  // namespace pith
