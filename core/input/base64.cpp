#include "core/input/base64.hpp"

#include <boost/archive/iterators/binary_from_base64.hpp>
#include <boost/archive/iterators/transform_width.hpp>
#include <cstddef>

namespace pith {
namespace {

bool in_alphabet(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The letters of the alphabet, without padding and white space; nothing if there is anything else.
std::optional<std::string> letters(std::string_view text) {
  std::string kept;
  kept.reserve(text.size() + 4);
  std::size_t padding = 0;
  for (char c : text) {
    if (is_space(c)) continue;
    if (c == '=') {
      ++padding;
    } else if (padding > 0 || !in_alphabet(c)) {
      return std::nullopt;
    } else {
      kept.push_back(c);
    }
  }
  const bool padded_right = padding == 0 || (padding < 3 && (kept.size() + padding) % 4 == 0);
  if (!padded_right || kept.size() % 4 == 1) return std::nullopt;
  return kept;
}

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  auto kept = letters(text);
  if (!kept) return std::nullopt;
  const std::size_t size = kept->size() * 6 / 8;
  // Boost's iterator reads whole groups: fill the last one and leave out what it adds.
  while (kept->size() % 4 != 0) kept->push_back('A');
  using namespace boost::archive::iterators;
  using Bytes = transform_width<binary_from_base64<const char*>, 8, 6>;
  std::string bytes;
  bytes.reserve(size + 3);
  Bytes byte(kept->data());
  for (std::size_t i = 0; i < size; ++i, ++byte) bytes.push_back(static_cast<char>(*byte));
  return bytes;
}

}  // namespace pith
