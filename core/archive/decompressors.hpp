#pragma once

#include <cstddef>
#include <string_view>

#include "core/archive/content_decoding.hpp"

namespace pith {

/// The content encodings of HTTP (RFC 9110, section 8.4.1; RFC 7932; RFC 8878): what comes out of `body`, up
/// to `limit` bytes. A body that does not begin as its encoding does comes back as it is.
DecodedBody gzip_decoded(std::string_view body, std::size_t limit);
/// With or without zlib's header: servers have sent both under this name.
DecodedBody deflate_decoded(std::string_view body, std::size_t limit);
/// Brotli has no magic number: a body of which nothing can be decoded comes back as it is.
DecodedBody brotli_decoded(std::string_view body, std::size_t limit);
DecodedBody zstd_decoded(std::string_view body, std::size_t limit);

}  // namespace pith
