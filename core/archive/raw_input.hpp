#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/batch/byte_source.hpp"

namespace pith {

/// The bytes of a file or of a pipe as they come, with a window on those that come next. A file can be read
/// again from any place, a pipe only from within the window. For one thread.
class RawInput {
 public:
  /// A file; what is no regular file (a FIFO) is read as a pipe. Throws Error with the path as the place: it
  /// does not exist, is a folder, may not be read.
  /// As soon as `stop_descriptor` becomes readable (-1: never) reading, also from a FIFO that nobody writes
  /// to, throws InputStopped.
  static RawInput of_file(const std::string& path, int stop_descriptor = -1);
  /// A pipe. Whatever `source` throws comes through.
  static RawInput of_pipe(std::unique_ptr<ByteSource> source);

  RawInput(RawInput&& other) noexcept;
  RawInput& operator=(RawInput&&) = delete;
  ~RawInput();

  /// What has been read and not been consumed.
  std::string_view window() const noexcept { return {buffer_.data() + begin_, end_ - begin_}; }
  /// Reads until the window holds `least` bytes (at most 64 KiB); false if the input ends before. Waits for
  /// no more than that. Throws Error if it cannot be read.
  bool fill(std::size_t least);
  /// Moves the window on; no more than it holds.
  void consume(std::size_t bytes) noexcept { begin_ += bytes; }

  /// Of the first byte of the window.
  std::uint64_t offset() const noexcept { return buffer_offset_ + begin_; }
  /// Moves the window; false if the place cannot be reached (a pipe, or beyond the end of the file).
  bool seek(std::uint64_t offset);
  bool is_file() const noexcept { return descriptor_ >= 0 && !pipe_; }
  /// Bytes in all; 0 if not known.
  std::uint64_t size() const noexcept { return size_; }

 private:
  RawInput();
  std::size_t read_some(char* to, std::size_t size);

  std::string name_;
  int descriptor_ = -1;
  int stop_ = -1;
  std::unique_ptr<ByteSource> pipe_;
  std::uint64_t size_ = 0;
  std::vector<char> buffer_;
  std::uint64_t buffer_offset_ = 0;  ///< of buffer_'s first byte
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool ended_ = false;
};

}  // namespace pith
