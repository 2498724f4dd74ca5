#include "core/archive/decompressors.hpp"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <string>

#include "core/archive/zstd_stream.hpp"
#include "core/input/gzip.hpp"

namespace pith {
namespace {

constexpr std::size_t piece = std::size_t{64} << 10;

/// Window bits of inflateInit2(): for gzip, for zlib's header, for neither.
constexpr int gzip_bits = 16 + MAX_WBITS;
constexpr int zlib_bits = MAX_WBITS;
constexpr int raw_bits = -MAX_WBITS;

DecodedBody as_it_is(std::string_view body, std::size_t limit) {
  return {std::string(body.substr(0, limit)), false};
}

/// Fills `out` by pieces up to `limit`. `step` writes to a place of so many bytes, says how many it wrote,
/// and gives false when it is done.
template <class Step>
void collect(std::string& out, std::size_t limit, Step step) {
  for (bool more = true; more && out.size() < limit;) {
    const std::size_t before = out.size();
    const std::size_t room = std::min(piece, limit - before);
    out.resize(before + room);
    std::size_t written = 0;
    more = step(out.data() + before, room, written);
    out.resize(before + written);
  }
}

DecodedBody inflated(std::string_view body, std::size_t limit, int bits) {
  DecodedBody out;
  z_stream zlib{};
  if (inflateInit2(&zlib, bits) != Z_OK) return {{}, true};
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  zlib.avail_in = static_cast<uInt>(body.size());
  collect(out.bytes, limit, [&](char* to, std::size_t room, std::size_t& written) {
    zlib.next_out = reinterpret_cast<Bytef*>(to);
    zlib.avail_out = static_cast<uInt>(room);
    int result = inflate(&zlib, Z_NO_FLUSH);
    written = room - zlib.avail_out;
    // A further gzip member: some programs write what they compress in several.
    const std::string_view rest(reinterpret_cast<const char*>(zlib.next_in), zlib.avail_in);
    if (result == Z_STREAM_END && bits == gzip_bits && is_gzip(rest)) result = inflateReset(&zlib);
    const bool stuck = written == 0 && zlib.avail_in == 0;
    out.broken = (result != Z_OK && result != Z_STREAM_END) || (result == Z_OK && stuck);
    return result == Z_OK && !stuck;
  });
  inflateEnd(&zlib);
  return out;
}

}  // namespace

DecodedBody gzip_decoded(std::string_view body, std::size_t limit) {
  return is_gzip(body) ? inflated(body, limit, gzip_bits) : as_it_is(body, limit);
}

DecodedBody deflate_decoded(std::string_view body, std::size_t limit) {
  for (const int bits : {zlib_bits, raw_bits}) {
    DecodedBody out = inflated(body, limit, bits);
    if (!out.bytes.empty()) return out;
  }
  return as_it_is(body, limit);
}

DecodedBody brotli_decoded(std::string_view body, std::size_t limit) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> brotli(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (!brotli) return {{}, true};
  DecodedBody out;
  const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t left = body.size();
  collect(out.bytes, limit, [&](char* to, std::size_t room, std::size_t& written) {
    auto* at = reinterpret_cast<std::uint8_t*>(to);
    std::size_t free = room;
    const auto result = BrotliDecoderDecompressStream(brotli.get(), &left, &in, &free, &at, nullptr);
    written = room - free;
    out.broken = result == BROTLI_DECODER_RESULT_ERROR || result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT;
    return result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  });
  return out.bytes.empty() && out.broken ? as_it_is(body, limit) : out;
}

DecodedBody zstd_decoded(std::string_view body, std::size_t limit) {
  if (!ZstdStream::is_zstd(body)) return as_it_is(body, limit);
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> zstd(ZSTD_createDCtx(), &ZSTD_freeDCtx);
  if (!zstd) return {{}, true};
  DecodedBody out;
  ZSTD_inBuffer in{body.data(), body.size(), 0};
  collect(out.bytes, limit, [&](char* to, std::size_t room, std::size_t& written) {
    ZSTD_outBuffer piece_out{to, room, 0};
    const std::size_t result = ZSTD_decompressStream(zstd.get(), &piece_out, &in);
    written = piece_out.pos;
    const bool error = ZSTD_isError(result) != 0;
    const bool at_end = in.pos == in.size && piece_out.pos < room;
    out.broken = error || (at_end && result != 0);
    return !error && !at_end;
  });
  return out;
}

}  // namespace pith
