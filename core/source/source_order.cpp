#include "core/source/source_order.hpp"

#include "pith/date_time.hpp"

namespace pith {

std::string source_order(std::string_view fetched_at, std::string_view location, std::uint64_t position) {
  std::string order;
  if (const auto time = parse_date(fetched_at)) order = time->in_utc().rfc3339();
  const std::string digits = std::to_string(position);
  order += ' ';
  order += location;
  order += ' ';
  // The digits of the largest number: strings of one length are in the order of their numbers.
  order.append(20 - digits.size(), '0');
  return order + digits;
}

}  // namespace pith
