#pragma once

#include <optional>
#include <string_view>

#include "pith/date_time.hpp"

namespace pith {

/// Reads what DateTime::rfc3339() writes, and nothing else: a date, perhaps with a time, perhaps with a zone.
/// `raw` stays empty. Nothing if the text is not of that form or names a day or a time that cannot be.
std::optional<DateTime> read_rfc3339(std::string_view text);

}  // namespace pith
