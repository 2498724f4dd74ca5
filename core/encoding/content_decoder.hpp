#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/encoding/decoder.hpp"

namespace pith {

/// Undoes the Content-Encoding (RFC 9110, section 8.4) of one response while its body comes: one after
/// another of the codings that are listed, by the rule of content_codings_of(). For one thread.
class ContentDecoder {
 public:
  /// The header field by which a request says what it accepts.
  static constexpr const char* accept = "Accept-Encoding: gzip, deflate, br, zstd";

  /// `fields` are the headers of the response. Between two codings no more than `most_between` bytes may come
  /// out; more is damage.
  ContentDecoder(const std::vector<std::pair<std::string, std::string>>& fields, std::size_t most_between);

  /// Hands on what comes out of the next bytes, as Decoder::take() does.
  void take(std::string_view bytes, const Decoder::Sink& sink) { pass_on(0, bytes, sink); }

  /// Whether nothing is missing, had this been all.
  bool is_whole() const;
  bool is_damaged() const;
  /// What is damaged about it, for a person; empty if nothing is.
  std::string complaint() const;

 private:
  bool pass_on(std::size_t layer, std::string_view bytes, const Decoder::Sink& sink);

  struct Layer {
    std::unique_ptr<Decoder> decoder;
    std::size_t came_out = 0;
  };

  std::size_t most_between_;
  std::vector<Layer> layers_;  ///< the coding that was applied last is the first
  std::string own_complaint_;
};

}  // namespace pith
