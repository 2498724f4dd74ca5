#include "core/encoding/decoder.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pith {

void Decoder::take(std::string_view bytes, const Sink& sink) {
  while (!bytes.empty() && !is_full_) {
    switch (state_) {
      case State::beginning:
        gather(bytes, sink);
        break;
      case State::within:
        decompress(bytes, sink);
        break;
      case State::behind:
      case State::damaged:
        return;
    }
  }
}

void Decoder::gather(std::string_view& bytes, const Sink& sink) {
  const std::size_t more = std::min(magic_length() - std::min(magic_length(), held_.size()), bytes.size());
  held_ += bytes.substr(0, more);
  bytes.remove_prefix(more);
  if (held_.size() < magic_length()) return;
  const Beginning beginning = begin(held_);
  if (beginning == Beginning::none) {
    state_ = any_ ? State::behind : State::damaged;
    return;
  }
  is_certain_ = is_certain_ || beginning == Beginning::certain;
  state_ = State::within;
  const std::string first = std::exchange(held_, {});
  std::string_view rest = first;
  decompress(rest, sink);
  held_ = rest;
}

void Decoder::decompress(std::string_view& bytes, const Sink& sink) {
  std::array<char, std::size_t{16} << 10> out;
  while (state_ == State::within && !is_full_) {
    std::size_t written = 0;
    const std::size_t before = bytes.size();
    const DecompressionStep result = step(bytes, out.data(), out.size(), written);
    is_certain_ = is_certain_ || written > 0;
    if (written > 0) is_full_ = !sink({out.data(), written});
    if (result == DecompressionStep::damaged) state_ = State::damaged;
    if (result == DecompressionStep::segment_ends) end_segment();
    if (result == DecompressionStep::more && written < out.size()) {
      // One that neither takes what there is nor gives anything would go on so for ever.
      if (!bytes.empty() && written == 0 && before == bytes.size()) state_ = State::damaged;
      if (bytes.empty()) return;
    }
  }
}

void Decoder::end_segment() {
  any_ = is_certain_ = true;
  state_ = has_segments() ? State::beginning : State::behind;
}

bool Decoder::is_whole() const {
  return state_ == State::behind || (state_ == State::beginning && (any_ || held_.empty()));
}

}  // namespace pith
