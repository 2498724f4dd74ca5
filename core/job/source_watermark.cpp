#include "core/job/source_watermark.hpp"

#include <utility>

namespace pith {

void SourceWatermark::done(const SourcePlace& place) {
  early_.emplace(place.sequence, place.cursor);
  for (auto first = early_.begin(); first != early_.end() && first->first == next_; first = early_.begin()) {
    progress_.cursor = std::move(first->second);
    early_.erase(first);
    ++next_;
    changed_ = true;
  }
}

void SourceWatermark::ended(std::uint64_t items, std::string problem, std::uint64_t lost) {
  items_ = items;
  progress_.problem = std::move(problem);
  progress_.lost = lost;
  changed_ = true;
}

void SourceWatermark::broke(std::uint64_t items, std::string problem) {
  items_ = items;
  is_broken_ = true;
  progress_.problem = std::move(problem);
  changed_ = true;
}

std::optional<SourceProgress> SourceWatermark::changed() {
  if (!changed_) return std::nullopt;
  changed_ = false;
  progress_.finished = is_closed() && !is_broken_;
  return progress_;
}

}  // namespace pith
