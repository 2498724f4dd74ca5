#include "core/fetch/response_body.hpp"

namespace pith {
namespace {

/// Smaller bodies are no burden, whatever they were packed into.
constexpr std::size_t harmless_size = std::size_t{1} << 20;

}  // namespace

bool ResponseBody::take(std::string_view data, const ResponseHeaders::Fields& headers) {
  if (!decoder_) decoder_.emplace(headers, limits_.bytes);
  on_the_wire_ += data.size();
  decoder_->take(data, [this](std::string_view piece) { return keep(piece); });
  // Data that give nothing must have an end, too.
  if (on_the_wire_ > limits_.bytes + harmless_size) is_cut_ = true;
  is_ended_ = is_cut_ || is_bomb() || decoder_->is_damaged();
  return !is_ended_;
}

bool ResponseBody::keep(std::string_view piece) {
  const std::string_view taken = piece.substr(0, limits_.bytes - bytes_.size());
  bytes_ += taken;
  is_cut_ = taken.size() < piece.size();
  return !is_cut_ && !is_bomb();
}

bool ResponseBody::is_bomb() const {
  if (limits_.compression_ratio == 0 || bytes_.size() <= harmless_size) return false;
  return bytes_.size() / limits_.compression_ratio > on_the_wire_;
}

std::optional<FetchProblem> ResponseBody::problem() const {
  if (is_bomb()) {
    return FetchProblem{"bomb", "unpacks to more than " + std::to_string(limits_.compression_ratio) +
                                    " times its size, as decompression bombs do"};
  }
  if (is_cut_ || !decoder_) return std::nullopt;
  if (decoder_->is_damaged()) {
    return FetchProblem{"encoding", "the compressed answer is damaged: " + decoder_->complaint()};
  }
  if (!decoder_->is_whole()) return FetchProblem{"truncated", "the compressed body ends too early", true};
  return std::nullopt;
}

}  // namespace pith
