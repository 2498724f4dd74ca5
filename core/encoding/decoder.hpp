#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "core/encoding/decompression_step.hpp"

namespace pith {

/// Undoes one kind of compression while the bytes come, and knows whether all have come. What stands behind
/// the end is passed over, as browsers do, unless it begins a further segment (RFC 1952, section 2.2, RFC
/// 8878, section 3.1: there may be several). For one thread.
class Decoder {
 public:
  /// Takes what comes out, piece by piece; false if it wants no more.
  using Sink = std::function<bool(std::string_view)>;

  virtual ~Decoder() = default;

  /// Hands on what comes out of the next bytes. They are passed over once the data have ended, are damaged,
  /// or the sink wanted no more. Throws std::bad_alloc, and whatever the sink throws.
  void take(std::string_view bytes, const Sink& sink);

  /// Whether nothing is missing, had this been all. Where nothing came there is nothing missing.
  bool is_whole() const;
  bool is_damaged() const { return state_ == State::damaged; }
  /// Whether it is damaged from the first byte on: rather it was never compressed.
  bool is_something_else() const { return is_damaged() && !is_certain_; }
  /// What is damaged about it, for a person.
  virtual std::string complaint() const = 0;

 protected:
  enum class Beginning { none, possible, certain };

  /// How many bytes of a segment's beginning tell that it is one.
  virtual std::size_t magic_length() const = 0;
  /// Whether a segment begins with so many bytes; they come again as the first ones to be decompressed.
  virtual Beginning begin(std::string_view magic) = 0;
  /// Consumes of `in` and writes up to `size` bytes; `written` says how many. `more` with nothing written and
  /// all consumed: it needs more. Throws std::bad_alloc.
  virtual DecompressionStep step(std::string_view& in, char* to, std::size_t size, std::size_t& written) = 0;
  /// Whether a further segment may follow.
  virtual bool has_segments() const = 0;

 private:
  enum class State { beginning, within, behind, damaged };

  void gather(std::string_view& bytes, const Sink& sink);
  void decompress(std::string_view& bytes, const Sink& sink);
  void end_segment();

  State state_ = State::beginning;
  std::string held_;         ///< too few bytes to tell whether they begin a segment
  bool any_ = false;         ///< a segment has come to its end
  bool is_certain_ = false;  ///< it is compressed: it begins so, or something came out
  bool is_full_ = false;     ///< the sink wants no more
};

}  // namespace pith
