#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/encoding/decoder.hpp"

namespace pith {

/// A body without what it was wrapped in for the way.
struct DecodedBody {
  std::string bytes;
  /// It broke off, or was damaged: `bytes` is what came before. A body that is longer than asked for is
  /// whole.
  bool broken = false;
};

/// What comes out of a whole body, up to `limit` bytes. One that is not compressed so comes back as it is.
DecodedBody decoded_by(Decoder& decoder, std::string_view body, std::size_t limit);

}  // namespace pith
