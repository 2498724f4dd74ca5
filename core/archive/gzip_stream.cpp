#include "core/archive/gzip_stream.hpp"

#include "core/encoding/gzip.hpp"

namespace pith {
namespace {

/// RFC 1952, section 2.3.1.2: bits of FLG that no writer may set.
constexpr unsigned char reserved_flags = 0xe0;

}  // namespace

bool GzipStream::begins_segment(std::string_view bytes) const {
  return is_gzip(bytes) && (static_cast<unsigned char>(bytes[3]) & reserved_flags) == 0;
}

bool GzipStream::pass_over(RawInput& input) {
  while (input.fill(1)) {
    const std::size_t zeros = input.window().find_first_not_of('\0');
    if (zeros != std::string_view::npos) {
      input.consume(zeros);
      break;
    }
    input.consume(input.window().size());
  }
  return true;
}

CompressedStream::Step GzipStream::decompress(RawInput& input, char* to, std::size_t size,
                                              std::size_t& written) {
  std::string_view left = input.window();
  const Step result = inflater_.step(left, to, size, written);
  input.consume(input.window().size() - left.size());
  return result;
}

}  // namespace pith
