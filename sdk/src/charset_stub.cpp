// Stands in until charset.cpp is there; weak, so that the real ones win.
#include "pith/charset.hpp"

namespace pith {

__attribute__((weak)) DecodedText decode_page(std::string bytes, std::string_view, bool) {
  DecodedText text{};
  text.utf8 = std::move(bytes);
  text.encoding = "UTF-8";
  return text;
}
__attribute__((weak)) std::size_t make_valid_utf8(std::string&) {
  return 0;
}
__attribute__((weak)) std::uint32_t OffsetMap::to_source(std::uint32_t offset) const noexcept {
  return offset + shift;
}

}  // namespace pith
