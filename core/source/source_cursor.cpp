#include "core/source/source_cursor.hpp"

#include <xxhash.h>

#include <array>
#include <charconv>

#include "core/archive/raw_input.hpp"

namespace pith {
namespace {

constexpr std::size_t identity_bytes = 4096;

FileIdentity identity(const std::string& path, std::size_t most) {
  RawInput input = RawInput::of_file(path);
  if (!input.is_file()) return {};
  input.fill(most);
  const std::string_view head = input.window().substr(0, most);
  return {head.size(), XXH3_64bits(head.data(), head.size())};
}

}  // namespace

FileIdentity FileIdentity::of(const std::string& path) {
  return identity(path, identity_bytes);
}

bool FileIdentity::fits(const std::string& path) const {
  return bytes <= identity_bytes && identity(path, static_cast<std::size_t>(bytes)) == *this;
}

std::string SourceCursor::text() const {
  std::string text;
  for (const std::uint64_t number : {place.segment, place.inside, count, lost, file.bytes, file.hash})
    text += (text.empty() ? "" : ":") + std::to_string(number);
  return text;
}

bool SourceCursor::read(std::string_view text) {
  std::array<std::uint64_t, 6> numbers{};
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0 && (at == end || *at++ != ':')) return false;
    const auto [behind, error] = std::from_chars(at, end, numbers.at(i));
    if (error != std::errc()) return false;
    at = behind;
  }
  if (at != end) return false;
  place = {numbers[0], numbers[1]};
  count = numbers[2];
  lost = numbers[3];
  file = {numbers[4], numbers[5]};
  return true;
}

}  // namespace pith
