#include "core/archive/zstd_stream.hpp"

#include <zstd.h>

#include <algorithm>
#include <utility>

#include "pith/error.hpp"

namespace pith {
namespace {

constexpr std::uint32_t dictionary_magic = 0x184D2A5D;
constexpr std::size_t skippable_header = 8;  // magic number and size (RFC 8878, section 3.1.2)

bool is_skippable(std::string_view bytes) {
  return (zstd_number_at(bytes, 0) & ZSTD_MAGIC_SKIPPABLE_MASK) == ZSTD_MAGIC_SKIPPABLE_START;
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
  if (bytes.size() < 4 || zstd_number_at(bytes, 0) != ZSTD_MAGICNUMBER) return bytes;
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

ZstdStream::ZstdStream(RawInput input, const std::string& name)
    : CompressedStream(std::move(input)), name_(name), inflater_(most_window_log) {
  RawInput& raw = this->input();
  if (!raw.fill(skippable_header) || zstd_number_at(raw.window(), 0) != dictionary_magic) return;
  const std::size_t size = zstd_number_at(raw.window(), 4);
  if (size > largest_dictionary) throw Error("a Zstandard dictionary of more than 16 MiB", name);
  raw.consume(skippable_header);
  std::string bytes;
  if (!read_exactly(raw, size, [&](std::string_view piece) { bytes += piece; }))
    throw Error("ends within its Zstandard dictionary", name, "fetch it again");
  const std::string dictionary = decompressed_dictionary(bytes, largest_dictionary, name);
  const std::string problem = inflater_.use_dictionary(dictionary);
  if (!problem.empty()) throw Error("a damaged Zstandard dictionary", name, problem);
}

bool ZstdStream::begins_segment(std::string_view bytes) const {
  return zstd_number_at(bytes, 0) == ZSTD_MAGICNUMBER;
}

bool ZstdStream::pass_over(RawInput& input) {
  while (input.fill(magic_length) && is_skippable(input.window())) {
    if (!input.fill(skippable_header)) return false;
    const std::size_t size = zstd_number_at(input.window(), 4);
    input.consume(skippable_header);
    if (!read_exactly(input, size, [](std::string_view) {})) return false;
  }
  return true;
}

void ZstdStream::begin() {
  inflater_.restart();
}

CompressedStream::Step ZstdStream::decompress(RawInput& input, char* to, std::size_t size,
                                              std::size_t& written) {
  std::string_view left = input.window();
  const Step result = inflater_.step(left, to, size, written);
  input.consume(input.window().size() - left.size());
  any_ = any_ || result == Step::segment_ends;
  // Behind a good frame it is the number that is damaged.
  if (result == Step::damaged && !any_ && inflater_.looks_back_too_far())
    throw Error("needs more than 128 MiB to be decompressed", name_, "compress it without --long or --ultra");
  return result;
}

}  // namespace pith
