#include "content/run_group.hpp"

namespace pith {
namespace {

/// For each row how many runs begin before it.
std::vector<std::uint32_t> runs_before(const std::vector<TextRun>& runs, std::uint32_t rows) {
  std::vector<std::uint32_t> before(rows + 1);
  std::uint32_t next = 0;
  for (std::uint32_t row = 0; row <= rows; ++row) {
    before[row] = next;
    while (next < runs.size() && runs[next].begin_row == row) ++next;
  }
  return before;
}

}  // namespace

std::vector<RunGroups> find_run_groups(const std::vector<TextRun>& runs, const Document& document) {
  const std::vector<std::uint32_t> before = runs_before(runs, document.size());
  std::vector<RunGroups> all(runs.size());
  for (std::uint32_t i = 0; i < runs.size(); ++i) {
    RunGroup group{i, i + 1};
    Node up = document.at(runs[i].container);
    for (RunGroup& level : all[i]) {
      for (RunGroup wider = group; up.is_element(); up = up.parent()) {
        wider = {before[up.row()], before[up.end_row()]};
        if (wider.last - wider.first <= group.last - group.first) continue;
        group = wider;
        break;
      }
      level = group;
    }
  }
  return all;
}

}  // namespace pith
