#include "charset/detect.hpp"

#include <uchardet.h>

#include <algorithm>
#include <memory>

namespace pith {
namespace {

/// uchardet needs no more to make up its mind; it is told the part where the letters begin.
constexpr std::size_t sample_size = std::size_t{128} << 10;

struct DeleteDetector {
  void operator()(uchardet* detector) const noexcept { uchardet_delete(detector); }
};

/// UTF-16 without a byte order mark: markup begins with an ASCII character, every second byte is zero.
const Encoding* detect_utf16(std::string_view bytes) {
  if (bytes.size() < 4) return nullptr;
  const auto zero = [&](std::size_t at) { return bytes[at] == '\0'; };
  if (!zero(0) && zero(1) && !zero(2) && zero(3)) return find_encoding("utf-16le");
  if (zero(0) && !zero(1) && zero(2) && !zero(3)) return find_encoding("utf-16be");
  return nullptr;
}

const Encoding* ask_uchardet(std::string_view bytes) {
  const std::size_t letters = ascii_prefix(bytes);
  const std::string_view sample = bytes.substr(letters - std::min<std::size_t>(letters, 64), sample_size);
  const std::unique_ptr<uchardet, DeleteDetector> detector(uchardet_new());
  if (detector == nullptr || uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0)
    return nullptr;
  uchardet_data_end(detector.get());
  return find_encoding(uchardet_get_charset(detector.get()));
}

}  // namespace

bool is_mostly_utf8(const Utf8Census& census) {
  return census.multibyte > 0 && census.invalid <= census.multibyte / 8;
}

const Encoding* detect_encoding(std::string_view bytes, const Utf8Census& census) {
  if (const Encoding* utf16 = detect_utf16(bytes)) return utf16;
  if (census.invalid == 0 || is_mostly_utf8(census)) return &utf8_encoding();
  const Encoding* guess = ask_uchardet(bytes);
  // UTF-8 has been ruled out; what would throw everything away is no help.
  if (guess == nullptr || guess == &utf8_encoding()) return nullptr;
  return guess->decoder == Encoding::Decoder::replacement ? nullptr : guess;
}

}  // namespace pith
