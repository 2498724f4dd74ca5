#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith {

/// The name of an XML text's root element, its prefix left out, behind white space and other text, a
/// declaration, comments and a document type; empty if there is none.
std::string root_element(std::string_view xml);

/// Where the markup that begins at `at` and that no reader needs ends: a comment, a processing instruction, a
/// document type with all that it declares. `at` itself if it is none of these; the end of the text if it is
/// not closed.
std::size_t end_of_unneeded(std::string_view xml, std::size_t at) noexcept;

}  // namespace pith
