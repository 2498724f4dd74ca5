#pragma once

#include <string>
#include <string_view>

namespace pith {

/// A URL that may be shown as a link or loaded as a picture by whoever reads the result: absolute, of
/// the schemes http, https and mailto; empty for everything else (`javascript:`, `data:`, relative ones,
/// and all disguises of these, since what is allowed has to begin with the scheme letter by letter).
/// Control characters, spaces, quotes, angle brackets and backticks come out percent-encoded.
std::string safe_url(std::string_view url);

/// As safe_url, http and https only: for pictures.
std::string safe_image_url(std::string_view url);

}  // namespace pith
