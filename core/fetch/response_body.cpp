#include "core/fetch/response_body.hpp"

#include <utility>

#include "core/encoding/content_coding.hpp"
#include "core/encoding/content_decoder.hpp"

namespace pith {
namespace {

/// Smaller bodies are no burden, whatever they were packed into.
constexpr std::size_t harmless_size = std::size_t{1} << 20;

}  // namespace

void ResponseBody::begin(const ResponseHeaders::Fields& headers) {
  if (std::exchange(has_begun_, true)) return;
  const auto codings = content_codings_of(headers);
  is_packed_ = !codings || !codings->empty();
  // What is packed may be larger than what comes out, but data that give nothing must have an end, too.
  most_ = limits_.bytes + (is_packed_ ? harmless_size : 0);
}

bool ResponseBody::take(std::string_view data) {
  const std::string_view taken = data.substr(0, most_ - bytes_.size());
  bytes_ += taken;
  is_cut_ = taken.size() < data.size();
  return !is_cut_;
}

void ResponseBody::unpack(const ResponseHeaders::Fields& headers) {
  if (!is_packed_) return;
  const std::string packed = std::exchange(bytes_, {});
  ContentDecoder decoder(headers, limits_.bytes);
  bool is_full = false;
  decoder.take(packed, [&](std::string_view piece) {
    const std::string_view taken = piece.substr(0, limits_.bytes - bytes_.size());
    bytes_ += taken;
    is_full = taken.size() < piece.size();
    return !is_full && !is_bomb(packed.size());
  });
  if (is_bomb(packed.size())) {
    problem_ = {"bomb", "unpacks to more than " + std::to_string(limits_.compression_ratio) +
                            " times its size, as decompression bombs do"};
  } else if (decoder.is_damaged() && !is_full) {
    problem_ = {"encoding", "the compressed answer is damaged: " + decoder.complaint()};
  } else if (!decoder.is_whole() && !is_full && !is_cut_) {
    problem_ = {"truncated", "the compressed body ends too early", true};
  }
}

bool ResponseBody::is_bomb(std::size_t packed_size) const {
  if (limits_.compression_ratio == 0 || bytes_.size() <= harmless_size) return false;
  return bytes_.size() / limits_.compression_ratio > packed_size;
}

}  // namespace pith
