#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "content/text_run.hpp"

namespace pith {

/// Runs that stand together in one element: [first, last) of all runs.
struct RunGroup {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// The groups around a run, from the inside out: each of the nearest elements that hold more runs than the
/// one before. Where there are no more, the last one is repeated.
constexpr std::size_t group_levels = 4;
using RunGroups = std::array<RunGroup, group_levels>;

/// Of all runs; linear in rows, and in runs times the depth of the page.
std::vector<RunGroups> find_run_groups(const std::vector<TextRun>& runs, const Document& document);

}  // namespace pith
