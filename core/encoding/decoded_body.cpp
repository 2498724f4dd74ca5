#include "core/encoding/decoded_body.hpp"

namespace pith {

DecodedBody decoded_by(Decoder& decoder, std::string_view body, std::size_t limit) {
  DecodedBody out;
  decoder.take(body, [&](std::string_view piece) {
    out.bytes += piece.substr(0, limit - out.bytes.size());
    return out.bytes.size() < limit;
  });
  if (decoder.is_something_else()) return {std::string(body.substr(0, limit)), false};
  out.broken = out.bytes.size() < limit && !decoder.is_whole();
  return out;
}

}  // namespace pith
