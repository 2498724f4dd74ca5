#pragma once

#include <string>
#include <string_view>

namespace pith {

/// Lines of a block set into another: `first` before the first line, `rest` before the others, only the
/// visible part of a prefix before an empty line.
std::string prefixed(std::string_view text, std::string_view first, std::string_view rest);

/// The text and '\n', or nothing of nothing.
std::string as_line(std::string text);

}  // namespace pith
