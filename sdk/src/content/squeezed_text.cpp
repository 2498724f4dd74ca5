#include "content/squeezed_text.hpp"

namespace pith {

std::string squeezed_text(std::string_view text, std::size_t most) {
  std::string out;
  for (const char c : text) {
    if (out.size() >= most) break;
    const bool capital = c >= 'A' && c <= 'Z';
    const char lower = capital ? static_cast<char>(c + 32) : c;
    const bool kept =
        (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (kept) out += lower;
  }
  return out;
}

}  // namespace pith
