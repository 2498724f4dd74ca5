#pragma once

#include <string_view>

namespace pith {

/// Whether a class list or an id holds one of the words that authors of templates give to content: article,
/// body, content, entry, story, post, text, main.
bool says_content(std::string_view names) noexcept;

}  // namespace pith
