#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/source/page_source.hpp"

namespace pith {

inline std::vector<SourceItem> items_of(PageSource& source) {
  std::vector<SourceItem> items;
  while (auto item = source.next()) items.push_back(std::move(*item));
  return items;
}

inline std::vector<SourceItem> items_of(const std::string& kind, const std::string& location,
                                        const std::string& cursor = {}) {
  return items_of(*open_page_source(kind, location, cursor, Limits{}));
}

inline std::vector<std::string> places_of(const std::vector<SourceItem>& items) {
  std::vector<std::string> places;
  for (const auto& item : items) places.push_back(item.place);
  return places;
}

/// Stopping after any item and going on with its cursor gives what reading at one go gives.
inline bool goes_on_anywhere(const std::string& kind, const std::string& location) {
  const auto whole = items_of(kind, location);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const auto source = open_page_source(kind, location, whole[i].cursor, Limits{});
    const auto rest = items_of(*source);
    const std::vector<SourceItem> expected(whole.begin() + static_cast<std::ptrdiff_t>(i) + 1, whole.end());
    if (places_of(rest) != places_of(expected) ||
        source->notice().find("from the start") != std::string::npos)
      return false;
    for (std::size_t j = 0; j < rest.size(); ++j) {
      if (rest[j].cursor != expected[j].cursor || rest[j].error != expected[j].error) return false;
      if (rest[j].page.url != expected[j].page.url || rest[j].page.bytes != expected[j].page.bytes)
        return false;
    }
  }
  return true;
}

}  // namespace pith
