#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/archive/archive_stream.hpp"
#include "core/encoding/decompression_step.hpp"

namespace pith {

/// What gzip and Zstandard files have in common: segments one after another, places in them, and how reading
/// goes on after damage. What a format adds is how a segment begins and how it is decompressed.
class CompressedStream : public ArchiveStream {
 public:
  explicit CompressedStream(RawInput input);

  std::optional<ArchivePiece> next() final;
  bool seek(const ArchivePlace& place) final;
  bool is_compressed() const final { return true; }
  std::uint64_t bytes_read() const final { return input_.offset(); }
  std::uint64_t bytes_total() const final { return input_.size(); }

 protected:
  using Step = DecompressionStep;

  /// How many bytes of a segment's beginning tell that it is one.
  static constexpr std::size_t magic_length = 4;
  /// Whether a segment with contents begins with these bytes: magic_length or more of them.
  virtual bool begins_segment(std::string_view bytes) const = 0;
  /// Passes over what may stand between segments (padding, frames without contents); false if the input ends
  /// within it.
  virtual bool pass_over(RawInput& input) = 0;
  /// The window is at the beginning of a segment.
  virtual void begin() = 0;
  /// Consumes of the window and writes up to `size` bytes; `written` says how many.
  virtual Step decompress(RawInput& input, char* to, std::size_t size, std::size_t& written) = 0;

  RawInput& input() noexcept { return input_; }

 private:
  enum class State { between, within, damaged, ended };

  std::optional<ArchivePiece> begin_segment();
  std::optional<ArchivePiece> read_on();
  ArchivePiece event(ArchivePiece::Kind kind) const;
  void find_segment();

  RawInput input_;
  State state_ = State::between;
  ArchivePlace place_;       ///< of the next byte to come
  std::uint64_t again_ = 0;  ///< bytes that were read once more to find a segment
  std::vector<char> out_;
  std::optional<ArchivePiece> held_;  ///< the rest of a piece in which reading goes on
};

}  // namespace pith
