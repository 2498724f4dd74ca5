#pragma once

#include <string_view>

namespace pith {

/// Whether a body may be a page or a feed: HTML, XHTML, XML but for pictures, JSON Feed. Told by its
/// Content-Type, and by a look at the bytes where that is missing or says nothing (application/octet-stream,
/// text/plain).
bool is_page(std::string_view content_type, std::string_view bytes);

}  // namespace pith
