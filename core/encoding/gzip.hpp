#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/encoding/decoded_body.hpp"

namespace pith {

/// Whether the bytes begin as a gzip file does (RFC 1952, section 2.3.1).
bool is_gzip(std::string_view bytes) noexcept;

/// What is in a gzip file, all its members; no more than `limit` bytes of it, so that a small file cannot
/// fill the memory. Throws Error, with `where` as the place, if it is damaged or ends too early.
std::string gunzip(std::string_view bytes, std::size_t limit, const std::string& where);

/// The same, as far as it goes. What is no gzip comes back as it is.
DecodedBody gzip_decoded(std::string_view bytes, std::size_t limit);

}  // namespace pith
