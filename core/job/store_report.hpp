#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/store/store.hpp"

namespace pith {

/// What there is in a store, for `pith job status`.
struct StoreReport {
  std::string store;
  StoreCounts counts;
  std::vector<SourceRow> sources;
  /// Why pages failed or were refused, with how many; the most frequent first, no more than asked for.
  std::vector<std::pair<std::string, std::uint64_t>> reasons;
};

StoreReport report_of(Store& store, std::size_t most_reasons);

/// A table for people; times in UTC.
std::string report_text(const StoreReport& report, UnixMs now);
/// One JSON object (docs/reference/cli.md).
std::string report_json(const StoreReport& report);

}  // namespace pith
