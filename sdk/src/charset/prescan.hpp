#pragma once

#include <string_view>

#include "charset/encodings.hpp"

namespace pith {

/// The encoding that a meta element near the beginning declares, or an XML declaration ("prescan a byte
/// stream to determine its encoding", HTML standard 13.2.3.2); null if none does.
///
/// The standard looks at 1024 bytes. Pages with long heads are cut there by browsers, too, which then start
/// anew when their parser meets the element; the same is had here by looking on to the end of the head.
const Encoding* prescan_html(std::string_view bytes);

/// The encoding of an XML declaration at the very beginning; null if there is none.
const Encoding* prescan_xml(std::string_view bytes);

/// The charset named in a Content-Type value ("text/html; charset=big5"); empty if none.
std::string_view charset_parameter(std::string_view content_type);

}  // namespace pith
