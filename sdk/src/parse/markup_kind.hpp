#pragma once

#include <string_view>

namespace pith {

/// Whether a page is XML rather than HTML, by its content type or else by its first bytes, in whatever
/// charset. XHTML counts as HTML, as sites that serve it mean it to be read.
bool is_xml_page(std::string_view content_type, std::string_view bytes);

}  // namespace pith
