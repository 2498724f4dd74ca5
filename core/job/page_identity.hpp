#pragma once

#include <string>
#include <string_view>

namespace pith {

/// The identity of a page by its URL: without fragment, tracking, default port. The URL itself where it
/// is none.
std::string page_key(const std::string& url);

/// XXH3-128 of the bytes, 32 hexadecimal digits.
std::string digest_of(std::string_view bytes);

}  // namespace pith
