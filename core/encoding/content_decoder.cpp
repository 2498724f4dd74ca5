#include "core/encoding/content_decoder.hpp"

#include <algorithm>

#include "core/encoding/content_coding.hpp"

namespace pith {

ContentDecoder::ContentDecoder(const std::vector<std::pair<std::string, std::string>>& fields,
                               std::size_t most_between)
    : most_between_(most_between) {
  const auto codings = content_codings_of(fields);
  if (!codings) {
    own_complaint_ = "it is compressed more than " + std::to_string(most_content_codings) + " times";
    return;
  }
  for (auto coding = codings->rbegin(); coding != codings->rend(); ++coding) {
    layers_.push_back({decoder_of(*coding)});
  }
}

/// False if no more is wanted. Calls itself for each coding, of which there are few.
bool ContentDecoder::pass_on(std::size_t layer, std::string_view bytes, const Decoder::Sink& sink) {
  if (is_damaged()) return false;
  if (layer == layers_.size()) return sink(bytes);
  Layer& at = layers_[layer];
  at.decoder->take(bytes, [&](std::string_view piece) {
    at.came_out += piece.size();
    if (layer + 1 < layers_.size() && at.came_out > most_between_) {
      own_complaint_ = "it is compressed twice, and too large in between";
      return false;
    }
    return pass_on(layer + 1, piece, sink);
  });
  return !is_damaged();
}

bool ContentDecoder::is_whole() const {
  const auto is_whole = [](const Layer& layer) { return layer.decoder->is_whole(); };
  return own_complaint_.empty() && std::all_of(layers_.begin(), layers_.end(), is_whole);
}

bool ContentDecoder::is_damaged() const {
  const auto is_damaged = [](const Layer& layer) { return layer.decoder->is_damaged(); };
  return !own_complaint_.empty() || std::any_of(layers_.begin(), layers_.end(), is_damaged);
}

std::string ContentDecoder::complaint() const {
  if (!own_complaint_.empty()) return own_complaint_;
  for (const Layer& layer : layers_) {
    if (layer.decoder->is_damaged()) return layer.decoder->complaint();
  }
  return "";
}

}  // namespace pith
