#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pith/page.hpp"

namespace pith {

/// What a worker is told of a page before its bytes, which follow as they are: they are the bulk of it, and
/// are not copied on their way into the socket.
std::string encode_page_front(const Page& page);

struct PageFront {
  Page page;  ///< without bytes
  std::uint64_t bytes = 0;
};
/// Throws Error if it is none.
PageFront decode_page_front(std::string_view bytes);

}  // namespace pith
