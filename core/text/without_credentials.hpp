#pragma once

#include <string>
#include <string_view>

namespace pith {

/// A URL without the user and the password that may stand before its host, for all that is shown or kept:
/// "https://user:secret@example.com/" -> "https://example.com/". Looks at the text only, so that it holds for
/// what is no URL, too; anything else comes back as it is.
std::string without_credentials(std::string_view url);

}  // namespace pith
