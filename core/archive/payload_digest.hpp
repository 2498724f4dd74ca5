#pragma once

#include <optional>
#include <string_view>

namespace pith {

/// Whether bytes are those of a WARC digest ("sha1:" and Base32, as is usual, or hexadecimal; also sha256,
/// sha512 and md5; ISO 28500:2017, section 5.8). Nothing if it cannot be told: an algorithm nobody knows.
std::optional<bool> has_digest(std::string_view bytes, std::string_view digest);

}  // namespace pith
