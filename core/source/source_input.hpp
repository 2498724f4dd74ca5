#pragma once

#include <string>

#include "core/archive/raw_input.hpp"

namespace pith {

/// What a person is told where a cursor is not of this file, or the file has become shorter.
inline constexpr const char* read_again_notice =
    "is not the file that was read before: read from the start again";

/// A file, or standard input ("-"). Throws Error if it cannot be opened. Reading throws InputStopped as soon
/// as `stop_descriptor` becomes readable (-1: never).
RawInput open_source_input(const std::string& location, int stop_descriptor);

}  // namespace pith
