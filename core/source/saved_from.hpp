#pragma once

#include <string>
#include <string_view>

namespace pith {

/// The URL in the comment that a program writes into a page it saves: `<!-- saved from url=(0031)https://...
/// -->` (Internet Explorer, Chrome, Edge) or, in SingleFile's comment, `url: https://...`. Empty if the
/// page's beginning has none, or none of http or https.
std::string saved_from_url(std::string_view page);

}  // namespace pith
