#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pith {

using NamedFields = std::vector<std::pair<std::string, std::string>>;

/// The fields of mail, HTTP and WARC headers: "Name: value" lines, with or without CR, a line that begins
/// with white space belonging to the one before (RFC 5322, section 2.2). Lines without a colon are passed
/// over.
NamedFields read_named_fields(std::string_view lines);

/// The value of the first field of this name, compared without case; empty if there is none.
std::string_view field_of(const NamedFields& fields, std::string_view name);

/// Where the block behind the fields begins: behind the first empty line. npos if there is no such line.
std::size_t end_of_fields(std::string_view bytes) noexcept;

}  // namespace pith
