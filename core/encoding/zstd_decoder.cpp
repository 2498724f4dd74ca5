#include "core/encoding/zstd_decoder.hpp"

#include <zstd.h>
#include <zstd_errors.h>

#include <new>

namespace pith {
namespace {

constexpr int most_window_log = 23;

std::uint32_t magic_number(std::string_view bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

}  // namespace

bool is_zstd(std::string_view bytes) noexcept {
  if (bytes.size() < 4) return false;
  const std::uint32_t number = magic_number(bytes);
  return number == ZSTD_MAGICNUMBER || (number & ZSTD_MAGIC_SKIPPABLE_MASK) == ZSTD_MAGIC_SKIPPABLE_START;
}

void ZstdDecoder::Free::operator()(ZSTD_DCtx_s* context) const noexcept {
  ZSTD_freeDCtx(context);
}

ZstdDecoder::ZstdDecoder() : zstd_(ZSTD_createDCtx()) {
  if (!zstd_) throw std::bad_alloc();
  ZSTD_DCtx_setParameter(zstd_.get(), ZSTD_d_windowLogMax, most_window_log);
}

ZstdDecoder::~ZstdDecoder() = default;

Decoder::Beginning ZstdDecoder::begin(std::string_view magic) {
  if (!is_zstd(magic)) return Beginning::none;
  ZSTD_DCtx_reset(zstd_.get(), ZSTD_reset_session_only);
  return Beginning::certain;
}

DecompressionStep ZstdDecoder::step(std::string_view& in, char* to, std::size_t size, std::size_t& written) {
  ZSTD_inBuffer source{in.data(), in.size(), 0};
  ZSTD_outBuffer target{to, size, 0};
  const std::size_t result = ZSTD_decompressStream(zstd_.get(), &target, &source);
  written = target.pos;
  in.remove_prefix(source.pos);
  if (result == 0) return DecompressionStep::segment_ends;
  if (ZSTD_isError(result) == 0) return DecompressionStep::more;
  if (ZSTD_getErrorCode(result) == ZSTD_error_memory_allocation) throw std::bad_alloc();
  complaint_ = ZSTD_getErrorName(result);
  return DecompressionStep::damaged;
}

}  // namespace pith
