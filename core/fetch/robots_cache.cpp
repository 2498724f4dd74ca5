#include "core/fetch/robots_cache.hpp"

#include <utility>

namespace pith {

const RobotsVerdict* RobotsCache::find(const std::string& origin, Time now) {
  const auto found = by_origin_.find(origin);
  if (found == by_origin_.end()) return nullptr;
  const auto entry = found->second;
  if (entry->verdict.until <= now) {
    erase(entry);
    return nullptr;
  }
  entries_.splice(entries_.begin(), entries_, entry);
  return &entry->verdict;
}

void RobotsCache::put(const std::string& origin, RobotsVerdict verdict) {
  if (const auto found = by_origin_.find(origin); found != by_origin_.end()) erase(found->second);
  const std::size_t bytes = verdict.rules.bytes() + origin.size() + verdict.reason.size();
  entries_.push_front({origin, std::move(verdict), bytes});
  by_origin_.emplace(origin, entries_.begin());
  bytes_ += bytes;
  while (entries_.size() > 1 && (entries_.size() > most_origins || bytes_ > most_bytes)) {
    erase(std::prev(entries_.end()));
  }
}

void RobotsCache::erase(Entries::iterator entry) {
  bytes_ -= entry->bytes;
  by_origin_.erase(entry->origin);
  entries_.erase(entry);
}

}  // namespace pith
