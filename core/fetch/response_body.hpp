#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/encoding/content_decoder.hpp"
#include "core/fetch/fetch_problem.hpp"
#include "core/fetch/response_headers.hpp"

namespace pith {

/// What one body may bring.
struct BodyLimits {
  std::size_t bytes = 0;              ///< after decompression; what comes beyond is not read
  std::size_t compression_ratio = 0;  ///< FetchPolicy::compression_ratio; 0: any
};

/// The body of one response while it comes: decompressed and kept in bounds. libcurl, which could decompress
/// it, does not tell when compressed data end too early (lib/content_encoding.c). For one thread.
class ResponseBody {
 public:
  explicit ResponseBody(BodyLimits limits) : limits_(limits) {}

  /// The next bytes that came over the wire, of a response with these headers. False if no more are wanted.
  /// Throws std::bad_alloc.
  bool take(std::string_view data, const ResponseHeaders::Fields& headers);
  /// Whether take() wanted no more.
  bool is_ended() const { return is_ended_; }
  /// What is wrong with the body, once nothing more comes; none if nothing is.
  std::optional<FetchProblem> problem() const;

  std::string& bytes() { return bytes_; }
  const std::string& bytes() const { return bytes_; }

 private:
  bool keep(std::string_view piece);
  bool is_bomb() const;

  BodyLimits limits_;
  std::optional<ContentDecoder> decoder_;  ///< none before the first byte
  std::string bytes_;
  std::size_t on_the_wire_ = 0;
  bool is_ended_ = false;
  bool is_cut_ = false;
};

}  // namespace pith
