#pragma once

#include <cstdint>
#include <string>

namespace pith {

/// Milliseconds since 1970, UTC.
std::int64_t utc_now_ms();

/// A time of it as RFC 3339, to the second: "2024-05-01T12:00:00Z".
std::string rfc3339(std::int64_t since_1970_ms);

}  // namespace pith
