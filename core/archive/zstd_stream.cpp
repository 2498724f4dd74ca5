#include "core/archive/zstd_stream.hpp"

#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <utility>

#include "pith/error.hpp"

namespace pith {
namespace {

constexpr std::uint32_t dictionary_magic = 0x184D2A5D;
constexpr std::size_t skippable_header = 8;  // magic number and size (RFC 8878, section 3.1.2)

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

bool is_skippable(std::string_view bytes) {
  return (number_at(bytes, 0) & ZSTD_MAGIC_SKIPPABLE_MASK) == ZSTD_MAGIC_SKIPPABLE_START;
}

/// Hands the next `size` bytes to `take`, in pieces; false if the input ends before.
template <class Take>
bool read_exactly(RawInput& input, std::size_t size, Take take) {
  while (size > 0) {
    if (!input.fill(1)) return false;
    const std::string_view piece = input.window().substr(0, size);
    take(piece);
    size -= piece.size();
    input.consume(piece.size());
  }
  return true;
}

std::string decompressed_dictionary(const std::string& bytes, std::size_t largest, const std::string& name) {
  if (bytes.size() < 4 || number_at(bytes, 0) != ZSTD_MAGICNUMBER) return bytes;
  const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  const bool known = size != ZSTD_CONTENTSIZE_UNKNOWN && size != ZSTD_CONTENTSIZE_ERROR;
  std::string out(known ? static_cast<std::size_t>(std::min<unsigned long long>(size, largest)) : largest,
                  '\0');
  const std::size_t got = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0) throw Error("a damaged Zstandard dictionary", name, ZSTD_getErrorName(got));
  out.resize(got);
  return out;
}

}  // namespace

void ZstdStream::Free::operator()(ZSTD_DCtx_s* context) const noexcept {
  ZSTD_freeDCtx(context);
}

ZstdStream::ZstdStream(RawInput input, const std::string& name)
    : CompressedStream(std::move(input)), name_(name), zstd_(ZSTD_createDCtx()) {
  if (!zstd_) throw Error("zstd cannot start", name, "not enough memory");
  RawInput& raw = this->input();
  if (!raw.fill(skippable_header) || number_at(raw.window(), 0) != dictionary_magic) return;
  const std::size_t size = number_at(raw.window(), 4);
  if (size > largest_dictionary) throw Error("a Zstandard dictionary of more than 16 MiB", name);
  raw.consume(skippable_header);
  std::string bytes;
  if (!read_exactly(raw, size, [&](std::string_view piece) { bytes += piece; }))
    throw Error("ends within its Zstandard dictionary", name, "fetch it again");
  const std::string dictionary = decompressed_dictionary(bytes, largest_dictionary, name);
  const std::size_t result = ZSTD_DCtx_loadDictionary(zstd_.get(), dictionary.data(), dictionary.size());
  if (ZSTD_isError(result) != 0)
    throw Error("a damaged Zstandard dictionary", name, ZSTD_getErrorName(result));
}

ZstdStream::~ZstdStream() = default;

bool ZstdStream::begins_segment(std::string_view bytes) const {
  return number_at(bytes, 0) == ZSTD_MAGICNUMBER;
}

bool ZstdStream::pass_over(RawInput& input) {
  while (input.fill(magic_length) && is_skippable(input.window())) {
    if (!input.fill(skippable_header)) return false;
    const std::size_t size = number_at(input.window(), 4);
    input.consume(skippable_header);
    if (!read_exactly(input, size, [](std::string_view) {})) return false;
  }
  return true;
}

void ZstdStream::begin() {
  ZSTD_DCtx_reset(zstd_.get(), ZSTD_reset_session_only);
}

CompressedStream::Step ZstdStream::decompress(RawInput& input, char* to, std::size_t size,
                                              std::size_t& written) {
  const std::string_view window = input.window();
  ZSTD_inBuffer in{window.data(), window.size(), 0};
  ZSTD_outBuffer out{to, size, 0};
  const std::size_t result = ZSTD_decompressStream(zstd_.get(), &out, &in);
  written = out.pos;
  input.consume(in.pos);
  if (result == 0) {
    any_ = true;
    return Step::segment_ends;
  }
  if (ZSTD_isError(result) == 0) return Step::more;
  // Behind a good frame it is the number that is damaged.
  if (!any_ && ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge)
    throw Error("needs more than 128 MiB to be decompressed", name_, "compress it without --long or --ultra");
  return Step::damaged;
}

}  // namespace pith
