#pragma once

#include <string>
#include <string_view>

#include "pith/article.hpp"
#include "pith/export.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// The language that a text is written in, as BCP 47, by its script and words. Empty where the text is too
/// short, or too mixed, to tell.
PITH_API std::string detect_language(std::string_view text);

/// Holds the language that the markup declares against the words of the body. What the markup does not say is
/// filled in; where it says another language than a long text is written in, the text is believed, and a
/// notice says so. The origin of `language` tells which of them it was.
PITH_API void confirm_language(Article& article, PageContext& context);

}  // namespace pith
