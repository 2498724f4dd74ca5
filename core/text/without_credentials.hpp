#pragma once

#include <string>
#include <string_view>

namespace pith {

/// A URL without the user and the password that may stand before its host, for all that is shown or kept:
/// "https://user:secret@example.com/" -> "https://example.com/". Looks at the text only, so that it holds for
/// what is no URL, too: also of "user:secret@example.com/", where no scheme stands, and of
/// "htp:/user:secret@example.com/", where it is misspelt; anything else comes back as it is.
std::string without_credentials(std::string_view url);

}  // namespace pith
