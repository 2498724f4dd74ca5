#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/archive/archive_stream.hpp"
#include "core/batch/byte_source.hpp"

namespace pith {

/// The contents of a file that may be compressed, for readers of lines: ends where the file is damaged.
class ArchiveBytes : public ByteSource {
 public:
  explicit ArchiveBytes(std::unique_ptr<ArchiveStream> stream) : stream_(std::move(stream)) {}

  std::size_t read(char* buffer, std::size_t size) override;
  /// Moves on to this many bytes of the contents from the start; false if there are not so many. Before
  /// anything has been read.
  bool skip_to(std::uint64_t position);

  /// Whether read() has given 0.
  bool at_end() const noexcept { return at_end_; }
  /// Why it ended too early: "damaged", "breaks off"; empty if it did not.
  const std::string& problem() const noexcept { return problem_; }
  const ArchiveStream& stream() const noexcept { return *stream_; }

 private:
  bool refill();

  std::unique_ptr<ArchiveStream> stream_;
  std::string_view left_;
  bool at_end_ = false;
  std::string problem_;
};

}  // namespace pith
