#include "core/export/atom_time.hpp"

#include <cstdlib>

namespace pith {

std::optional<std::string> atom_time(const DateTime& time) {
  constexpr int kLastYear = 9999;
  constexpr int kDay = 24 * 60;
  if (time.year == 0) return std::nullopt;
  DateTime said = time;
  said.has_time = true;
  if (!said.offset_minutes) said.offset_minutes = 0;
  // RFC 3339 has no offset of a day and more, and no hour 24.
  if (std::abs(*said.offset_minutes) >= kDay || said.hour > 23) {
    said = DateTime::from_unix_ms(time.order_key() * 1000);
  }
  if (said.year < 1 || said.year > kLastYear) return std::nullopt;
  return said.rfc3339();
}

}  // namespace pith
