#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pith {

/// The bytes that a Base64 text stands for (RFC 4648, section 4); white space in it is passed over and the
/// padding may be left out. Nothing if it is not Base64.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace pith
