#include "core/command/job_problems.hpp"

#include <algorithm>
#include <cstring>

#include "core/command/usage_error.hpp"

namespace pith {

void JobProblems::require_none() const {
  std::vector<std::string> all = mistakes;
  all.insert(all.end(), missing.begin(), missing.end());
  if (all.empty()) return;
  // In the order of the file: numbers in it count as numbers.
  std::stable_sort(all.begin(), all.end(), [](const std::string& one, const std::string& other) {
    return ::strverscmp(one.c_str(), other.c_str()) < 0;
  });
  std::string text;
  for (const auto& problem : all) text += (text.empty() ? "" : "\npith: ") + problem;
  if (!mistakes.empty()) throw UsageError(text);
  throw Error(text);
}

}  // namespace pith
