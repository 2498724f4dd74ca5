#pragma once

#include <optional>
#include <string_view>

namespace pith {

/// 1 to 12 for the name of a month, in full or cut, in the languages Pith knows; `word` in lower case,
/// without a full stop.
int month_named(std::string_view word);

/// Minutes east of UTC for a zone's name in lower case, where it is plain in practice what is meant.
std::optional<int> offset_of_zone(std::string_view name);

}  // namespace pith
