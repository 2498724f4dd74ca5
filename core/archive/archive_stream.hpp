#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "core/archive/raw_input.hpp"

namespace pith {

/// A byte of the decompressed contents: `inside` bytes behind the beginning of the compressed segment (a gzip
/// member, a zstd frame) that begins at `segment` of the file. A file that is not compressed is one segment.
struct ArchivePlace {
  std::uint64_t segment = 0;
  std::uint64_t inside = 0;

  bool operator==(const ArchivePlace&) const = default;
};

/// What comes next of an archive's contents.
struct ArchivePiece {
  enum class Kind {
    bytes,
    damaged,     ///< the segment could not be read on; what comes next belongs to another one
    breaks_off,  ///< the file ends within the segment; nothing comes next
  };
  Kind kind = Kind::bytes;
  /// Good until the next call; never of two segments.
  std::string_view bytes;
  /// Of the first byte; with damage, where it was met.
  ArchivePlace place;
};

/// The contents of a file that may be compressed: plain, gzip (RFC 1952) in any number of members, or
/// Zstandard (RFC 8878) in any number of frames, with the dictionary frame of the WARC-Zstandard format
/// (iipc.github.io/warc-specifications). Which of them is told by the first bytes, never by a name.
///
/// After damage reading goes on at the next bytes that look like the beginning of a segment. Memory does not
/// depend on the length of the file; the work is linear in it whatever is damaged. For one thread.
class ArchiveStream {
 public:
  virtual ~ArchiveStream() = default;
  /// Nothing at the end. Throws Error if the file cannot be read.
  virtual std::optional<ArchivePiece> next() = 0;
  /// Goes on reading at a place that was given out before, by this object or by another one of the same
  /// file. False if the file has no such place; the stream is then at its end.
  virtual bool seek(const ArchivePlace& place) = 0;
  virtual bool is_compressed() const = 0;
  /// Bytes of the file that have been read, and all that it has (0 if not known).
  virtual std::uint64_t bytes_read() const = 0;
  virtual std::uint64_t bytes_total() const = 0;
};

/// Looks at the first bytes. Throws Error if they cannot be read or are of a dictionary that cannot be used.
/// `name` is the place of errors.
std::unique_ptr<ArchiveStream> open_archive_stream(RawInput input, const std::string& name);

}  // namespace pith
