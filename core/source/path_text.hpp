#pragma once

#include <string>
#include <string_view>

namespace pith {

/// A path as one line of UTF-8 that stands for no other path: control characters, bytes that are no UTF-8,
/// and a
/// '%' that could be taken for the beginning of one of these, are percent-encoded.
std::string path_text(std::string_view path);

/// The path again.
std::string path_from_text(std::string_view text);

}  // namespace pith
