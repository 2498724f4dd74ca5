#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/fetch/fetch_problem.hpp"
#include "core/fetch/response_headers.hpp"

namespace pith {

/// What one body may bring.
struct BodyLimits {
  std::size_t bytes = 0;              ///< after decompression; what comes beyond is not read
  std::size_t compression_ratio = 0;  ///< FetchPolicy::compression_ratio; 0: any
};

/// The body of one response: kept as it comes, within bounds, and decompressed when it has come to its end,
/// so that what is under way holds no more than came over the wire, and no decoder's windows. libcurl, which
/// could decompress it, does not tell when compressed data end too early (lib/content_encoding.c). For one
/// thread.
class ResponseBody {
 public:
  explicit ResponseBody(BodyLimits limits) : limits_(limits) {}

  /// Of these headers, of which no more come. Only the first call counts.
  void begin(const ResponseHeaders::Fields& headers);
  /// How many bytes may come over the wire; known once begun.
  std::size_t most() const { return most_; }
  bool is_packed() const { return is_packed_; }
  /// The next bytes that came over the wire. False if no more are wanted. Throws std::bad_alloc.
  bool take(std::string_view data);
  /// Whether take() wanted no more.
  bool is_ended() const { return is_cut_; }

  /// Nothing more comes: bytes() are now what was packed. Throws std::bad_alloc.
  void unpack(const ResponseHeaders::Fields& headers);
  /// What is wrong with the body, once it is unpacked; none if nothing is.
  const std::optional<FetchProblem>& problem() const { return problem_; }

  std::string& bytes() { return bytes_; }
  const std::string& bytes() const { return bytes_; }

 private:
  bool is_bomb(std::size_t packed_size) const;

  BodyLimits limits_;
  bool has_begun_ = false;
  std::size_t most_ = 0;
  bool is_packed_ = false;
  std::string bytes_;
  bool is_cut_ = false;
  std::optional<FetchProblem> problem_;
};

}  // namespace pith
