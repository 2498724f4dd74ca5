#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace pith {

/// "1 GiB", "300 MiB", "100 bytes": in the largest unit that needs no fraction.
std::string bytes_in_words(std::size_t bytes);
/// "20 s", "300 ms".
std::string time_in_words(std::chrono::milliseconds time);

}  // namespace pith
