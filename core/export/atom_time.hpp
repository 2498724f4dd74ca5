#pragma once

#include <optional>
#include <string>

#include "pith/date_time.hpp"

namespace pith {

/// A time as a feed has to say it (RFC 4287, section 3.3): with the time of day and a zone. What a page does
/// not say is taken to be midnight and UTC, as DateTime::order_key does for the order. Nothing of a time that
/// no feed can hold: unreadable, before the year 1 or after 9999.
std::optional<std::string> atom_time(const DateTime& time);

}  // namespace pith
