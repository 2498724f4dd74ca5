#pragma once

#include <cstdint>

namespace pith {

/// A piece of a page: byte offsets into Page::bytes as it came, also after charset conversion and
/// withholding; `end` is one past the last byte. Both 0 where nothing in the page corresponds (text
/// that came out of embedded JSON, elements that the parser implied).
struct SourceRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const SourceRange&, const SourceRange&) = default;
};

}  // namespace pith
