#pragma once

#include <string>
#include <string_view>

#include "pith/page.hpp"

namespace pith {

/// Why a page's bytes are no text that could be a page, as one sentence ("a PDF document, not a page");
/// empty if they may be one. Judged by signatures of known formats, then by the bytes that never occur in
/// text, at the beginning of the page.
std::string why_unreadable(const Page& page);

}  // namespace pith
