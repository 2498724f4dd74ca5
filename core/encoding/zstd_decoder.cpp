#include "core/encoding/zstd_decoder.hpp"

#include <zstd.h>

namespace pith {

bool is_zstd(std::string_view bytes) noexcept {
  if (bytes.size() < 4) return false;
  const std::uint32_t number = zstd_number_at(bytes, 0);
  return number == ZSTD_MAGICNUMBER || (number & ZSTD_MAGIC_SKIPPABLE_MASK) == ZSTD_MAGIC_SKIPPABLE_START;
}

std::string ZstdDecoder::complaint() const {
  const std::string_view zstd = inflater_.complaint();
  return zstd.empty() ? "it does not begin as Zstandard does" : std::string(zstd);
}

Decoder::Beginning ZstdDecoder::begin(std::string_view magic) {
  if (!is_zstd(magic)) return Beginning::none;
  inflater_.restart();
  return Beginning::certain;
}

}  // namespace pith
