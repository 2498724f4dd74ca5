#include "core/encoding/zstd_inflater.hpp"

#include <zstd.h>
#include <zstd_errors.h>

#include <new>

namespace pith {

std::uint32_t zstd_number_at(std::string_view bytes, std::size_t at) noexcept {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

void ZstdInflater::Free::operator()(ZSTD_DCtx_s* context) const noexcept {
  ZSTD_freeDCtx(context);
}

ZstdInflater::ZstdInflater(int most_window_log) : zstd_(ZSTD_createDCtx()) {
  if (!zstd_) throw std::bad_alloc();
  ZSTD_DCtx_setParameter(zstd_.get(), ZSTD_d_windowLogMax, most_window_log);
}

ZstdInflater::~ZstdInflater() = default;

std::string ZstdInflater::use_dictionary(std::string_view dictionary) {
  const std::size_t result = ZSTD_DCtx_loadDictionary(zstd_.get(), dictionary.data(), dictionary.size());
  return ZSTD_isError(result) != 0 ? ZSTD_getErrorName(result) : "";
}

void ZstdInflater::restart() noexcept {
  ZSTD_DCtx_reset(zstd_.get(), ZSTD_reset_session_only);
}

DecompressionStep ZstdInflater::step(std::string_view& in, char* to, std::size_t size, std::size_t& written) {
  ZSTD_inBuffer source{in.data(), in.size(), 0};
  ZSTD_outBuffer target{to, size, 0};
  const std::size_t result = ZSTD_decompressStream(zstd_.get(), &target, &source);
  written = target.pos;
  in.remove_prefix(source.pos);
  if (result == 0) return DecompressionStep::segment_ends;
  if (ZSTD_isError(result) == 0) return DecompressionStep::more;
  const ZSTD_ErrorCode code = ZSTD_getErrorCode(result);
  if (code == ZSTD_error_memory_allocation) throw std::bad_alloc();
  complaint_ = ZSTD_getErrorName(result);
  looks_back_too_far_ = code == ZSTD_error_frameParameter_windowTooLarge;
  return DecompressionStep::damaged;
}

}  // namespace pith
