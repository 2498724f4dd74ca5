#include "core/source/path_text.hpp"

#include <charconv>

#include "core/render/utf8.hpp"

namespace pith {
namespace {

/// The byte that "%41" stands for; -1 if no such thing begins at `at`.
int encoded_byte(std::string_view text, std::size_t at) {
  if (text[at] != '%' || text.size() - at < 3) return -1;
  unsigned byte = 0;
  const char* const first = text.data() + at + 1;
  const auto [end, error] = std::from_chars(first, first + 2, byte, 16);
  return error == std::errc() && end == first + 2 ? static_cast<int>(byte) : -1;
}

void encode(std::string& out, std::string_view bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
}

}  // namespace

std::string path_text(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t begin = at;
    const std::int32_t character = next_character(path, at);
    const std::string_view bytes = path.substr(begin, at - begin);
    const bool control = character < 0x20 || (character >= 0x7f && character < 0xa0);
    if (control || encoded_byte(path, begin) >= 0) {
      encode(out, bytes);
    } else {
      out += bytes;
    }
  }
  return out;
}

std::string path_from_text(std::string_view text) {
  std::string path;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int byte = encoded_byte(text, at);
    path += byte < 0 ? text[at] : static_cast<char>(byte);
    if (byte >= 0) at += 2;
  }
  return path;
}

}  // namespace pith
