#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace pith {

/// How long a server asks to be left alone: the value of Retry-After, as seconds or as a date (RFC 9110,
/// section 10.2.3). Nothing if it says neither; no time for a date that is past, and at most 30 days.
std::optional<std::chrono::milliseconds> retry_after(std::string_view value, std::int64_t now_ms);

}  // namespace pith
