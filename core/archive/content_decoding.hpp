#pragma once

#include <cstddef>
#include <string_view>

#include "core/archive/named_fields.hpp"
#include "core/encoding/decoded_body.hpp"

namespace pith {

/// Undoes chunks (RFC 9112, section 7.1); no more than `limit` bytes come out. A body that does not begin as
/// a chunk does comes back as it is: many archivers take chunks off and leave the header.
DecodedBody without_chunks(std::string_view body, std::size_t limit);

/// Undoes Transfer-Encoding and Content-Encoding (RFC 9110, section 8.4.1) of an archived response: chunked;
/// gzip, deflate, br, zstd. What does not begin as its encoding does was decoded before it was archived and
/// is left as it is. Which are undone is the rule of content_codings_of(), as where a page is fetched: of
/// more than it allows nothing comes out, and it is broken.
DecodedBody decode_body(const NamedFields& headers, std::string_view body, std::size_t limit);

}  // namespace pith
