#include "core/source/source_order.hpp"

#include "pith/date_time.hpp"

namespace pith {

std::string source_order(std::string_view fetched_at, std::string_view location, const ArchivePlace& place) {
  std::string order;
  if (const auto time = parse_date(fetched_at)) order = time->in_utc().rfc3339();
  order += ' ';
  order += location;
  for (const std::uint64_t number : {place.segment, place.inside}) {
    // As many digits as the largest number has: strings of one length are in the order of their numbers.
    const std::string digits = std::to_string(number);
    order += ' ';
    order.append(20 - digits.size(), '0');
    order += digits;
  }
  return order;
}

}  // namespace pith
