#pragma once

#include <cstddef>
#include <string_view>

namespace pith {

/// Whether a page is XML rather than HTML, by its content type or else by its first bytes, in whatever
/// charset. XHTML counts as HTML, as sites that serve it mean it to be read.
bool is_xml_page(std::string_view content_type, std::string_view bytes);

/// Where a feed begins behind what a program wrote before it by mistake ("Warning: ...", with markup of its
/// own or without); 0 if nothing stands before it, or if it is no feed. `text` is UTF-8.
std::size_t begin_of_feed(std::string_view text);

}  // namespace pith
