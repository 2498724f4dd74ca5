#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace pith {

/// Pieces of text that come in any order and are wanted the newest first. They lie in a temporary file
/// without a name, gone with this object; in memory are 24 bytes for each.
class DatedPieces {
 public:
  /// The key of what has no date: behind all others.
  static constexpr std::int64_t undated = std::numeric_limits<std::int64_t>::min();

  /// The file lies beside `target`, where there is room if the target finds any; without a target, or where
  /// that is no regular file, in the system's folder for temporary files. Throws Error, with the target as
  /// the place, if it cannot be made.
  explicit DatedPieces(const std::string& target);
  ~DatedPieces();
  DatedPieces(const DatedPieces&) = delete;
  DatedPieces& operator=(const DatedPieces&) = delete;

  /// A piece of two parts, either of which may be empty; under 4 GiB. Throws Error: the disk is full.
  void add(std::int64_t key, std::string_view head, std::string_view body);

  /// Puts them in order, the greatest key first; equal ones stay as they came. No more are added after.
  void sort();

  std::size_t size() const { return pieces_.size(); }
  std::int64_t key(std::size_t at) const { return pieces_[at].key; }
  std::string head(std::size_t at) const;
  std::string body(std::size_t at) const;

 private:
  struct Piece {
    std::int64_t key;
    std::uint64_t offset;
    std::uint32_t head_bytes;
    std::uint32_t body_bytes;
  };

  void flush();
  std::string read(std::uint64_t offset, std::size_t bytes) const;
  [[noreturn]] void fail(const std::string& problem, int code) const;

  std::string target_;  ///< as named in errors
  std::string folder_;
  int descriptor_ = -1;
  std::string buffer_;
  std::uint64_t written_ = 0;  ///< with what is in the buffer
  std::vector<Piece> pieces_;
};

}  // namespace pith
