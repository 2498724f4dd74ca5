#pragma once

#include <string>
#include <string_view>

namespace pith {

/// What may stand in a lang attribute: the language if it has the form of a BCP 47 tag (letters, digits and
/// hyphens), else empty.
std::string html_language(std::string_view language);

/// "rtl" for languages written from right to left, as ICU knows them; empty for all others.
std::string direction_of(std::string_view language);

}  // namespace pith
