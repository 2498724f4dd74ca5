#include "core/encoding/brotli_decoder.hpp"

#include <brotli/decode.h>

#include <new>

namespace pith {
namespace {

bool is_of_memory(BrotliDecoderErrorCode code) {
  return code <= BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES &&
         code >= BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES;
}

}  // namespace

void BrotliDecoder::Free::operator()(BrotliDecoderStateStruct* state) const noexcept {
  BrotliDecoderDestroyInstance(state);
}

BrotliDecoder::BrotliDecoder() : brotli_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
  if (!brotli_) throw std::bad_alloc();
}

BrotliDecoder::~BrotliDecoder() = default;

DecompressionStep BrotliDecoder::step(std::string_view& in, char* to, std::size_t size,
                                      std::size_t& written) {
  const auto* next = reinterpret_cast<const std::uint8_t*>(in.data());
  auto* at = reinterpret_cast<std::uint8_t*>(to);
  std::size_t left = in.size();
  std::size_t room = size;
  const auto result = BrotliDecoderDecompressStream(brotli_.get(), &left, &next, &room, &at, nullptr);
  written = size - room;
  in.remove_prefix(in.size() - left);
  if (result == BROTLI_DECODER_RESULT_SUCCESS) return DecompressionStep::segment_ends;
  if (result != BROTLI_DECODER_RESULT_ERROR) return DecompressionStep::more;
  if (is_of_memory(BrotliDecoderGetErrorCode(brotli_.get()))) throw std::bad_alloc();
  return DecompressionStep::damaged;
}

std::string BrotliDecoder::complaint() const {
  const BrotliDecoderErrorCode code = BrotliDecoderGetErrorCode(brotli_.get());
  if (code >= 0) return "it is not what Brotli writes";  // no error, so it was noticed by whoever called it
  return BrotliDecoderErrorString(code);
}

}  // namespace pith
