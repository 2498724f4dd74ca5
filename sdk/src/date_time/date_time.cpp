#include "pith/date_time.hpp"

#include <date/date.h>

#include <array>
#include <cstdio>

namespace pith {
namespace {

date::sys_seconds instant_of(const DateTime& value) {
  const date::year_month_day day{date::year{value.year}, date::month{static_cast<unsigned>(value.month)},
                                 date::day{static_cast<unsigned>(value.day)}};
  return date::sys_days{day} + std::chrono::hours{value.hour} + std::chrono::minutes{value.minute} +
         std::chrono::seconds{value.second} - std::chrono::minutes{value.offset_minutes.value_or(0)};
}

DateTime from_instant(date::sys_seconds instant) {
  const auto days = date::floor<date::days>(instant);
  const date::year_month_day day{days};
  const date::hh_mm_ss<std::chrono::seconds> time{instant - days};
  DateTime value;
  value.year = static_cast<int>(day.year());
  value.month = static_cast<int>(static_cast<unsigned>(day.month()));
  value.day = static_cast<int>(static_cast<unsigned>(day.day()));
  value.has_time = true;
  value.hour = static_cast<int>(time.hours().count());
  value.minute = static_cast<int>(time.minutes().count());
  value.second = static_cast<int>(time.seconds().count());
  value.offset_minutes = 0;
  return value;
}

}  // namespace

std::string DateTime::rfc3339() const {
  if (year == 0) return {};
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
  std::string result = text.data();
  if (!has_time) return result;
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d", hour, minute, second);
  result += text.data();
  if (!offset_minutes) return result;
  if (*offset_minutes == 0) return result + "Z";
  const int minutes = *offset_minutes < 0 ? -*offset_minutes : *offset_minutes;
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", *offset_minutes < 0 ? '-' : '+', minutes / 60,
                minutes % 60);
  return result + text.data();
}

DateTime DateTime::in_utc() const {
  if (!has_time || !offset_minutes || *offset_minutes == 0) return *this;
  DateTime utc = from_instant(instant_of(*this));
  utc.raw = raw;
  return utc;
}

DateTime DateTime::from_unix_ms(std::int64_t ms) {
  DateTime value = from_instant(date::sys_seconds{std::chrono::seconds{ms / 1000 - (ms % 1000 < 0 ? 1 : 0)}});
  value.raw = std::to_string(ms);
  return value;
}

std::int64_t DateTime::order_key() const {
  return instant_of(*this).time_since_epoch().count();
}

}  // namespace pith
