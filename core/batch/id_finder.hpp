#pragma once

#include <string>
#include <string_view>

namespace pith {

/// The `id` of a JSON object that may be broken or cut somewhere behind it, as JSON: `"a1"`, `7`. Empty
/// if it has none that can be told. Bytes in it that are no UTF-8 are U+FFFD.
std::string find_id(std::string_view json);

}  // namespace pith
