#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pith {

/// A time as people write it: "250 ms", "1.5s", "5 min", "2h", "1d" ("m" is minutes). Nothing if it is none
/// or beyond 10 years.
std::optional<std::chrono::milliseconds> parse_duration(std::string_view text);

/// A number of bytes: "512", "64 KiB", "16MiB", "1.5 GB" (KB, MB, GB count by 1000). Nothing if it is none or
/// beyond 2^53.
std::optional<std::uint64_t> parse_size(std::string_view text);

/// "1,204".
std::string grouped(std::uint64_t number);

/// "1 GiB", "300 MiB", "100 bytes": in the largest unit that needs no fraction.
std::string bytes_in_words(std::uint64_t bytes);

/// "850 ms", "12.4 s", "20 s", "3 min 5 s", "2 h 10 min", "3 d 4 h".
std::string duration_in_words(std::chrono::milliseconds time);

}  // namespace pith
