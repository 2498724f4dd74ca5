#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pith/export.hpp"

namespace pith {

/// A point in time as a page states it: what the page did not say is not made up. The raw string is kept
/// beside the parsed value. Proleptic Gregorian calendar.
struct PITH_API DateTime {
  int year = 0;
  int month = 1;  ///< 1-12
  int day = 1;    ///< 1-31
  bool has_time = false;
  int hour = 0;
  int minute = 0;
  int second = 0;
  /// Minutes east of UTC; nothing if the page gave no zone.
  std::optional<int> offset_minutes;
  /// As written in the page; of a date that nobody could read all that there is, its year is 0 then.
  std::string raw;

  /// "2025-08-01", "2025-08-01T12:30:00" (no zone), "2025-08-01T12:30:00+08:00" ("Z" for UTC); "" in year 0.
  std::string rfc3339() const;
  /// The same instant in UTC; unchanged where no zone is known.
  DateTime in_utc() const;
  /// From milliseconds since 1970-01-01T00:00:00Z.
  static DateTime from_unix_ms(std::int64_t ms);
  /// Seconds since 1970, an unknown zone taken as UTC: for ordering only.
  std::int64_t order_key() const;
};

/// Reads a date in the forms pages use: ISO 8601 and RFC 3339, RFC 822 and 2822, and written-out dates of the
/// languages Pith knows ("1 August 2025", "Aug. 1, 2025, 2:30 pm", "1. August 2025", "1 août 2025",
/// "2025年8月1日"), epoch seconds or milliseconds. Numeric dates whose order of day and month is
/// uncertain ("03/04/2025") give nothing unless one reading is impossible. Words around the date
/// ("Published: ...") are passed over.
PITH_API std::optional<DateTime> parse_date(std::string_view text);

}  // namespace pith
