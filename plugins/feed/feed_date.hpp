#pragma once

#include <optional>
#include <string_view>

#include "pith/date_time.hpp"

namespace feeds {

/// A date of a feed, in UTC where it names a zone. One that cannot be read is kept as written, in the year 0;
/// nothing if there is none.
std::optional<pith::DateTime> read_feed_date(std::string_view text);

/// Whether it could be read.
bool is_known(const std::optional<pith::DateTime>& date);

}  // namespace feeds
