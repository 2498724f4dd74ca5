#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/archive/archive_stream.hpp"

namespace pith {

/// What comes next of an archive's contents, as one string that grows as far as it is asked to, with the
/// place of its first byte. It ends where the contents do and where they are damaged.
class ArchiveWindow {
 public:
  explicit ArchiveWindow(std::unique_ptr<ArchiveStream> stream) : stream_(std::move(stream)) {}

  /// Good until the next call that is not const.
  std::string_view bytes() const noexcept { return std::string_view(data_).substr(begin_); }
  /// Makes it hold `least` bytes; false if there are not so many before the end or damage.
  bool fill(std::size_t least);
  void consume(std::size_t bytes) noexcept { begin_ += bytes; }
  /// Of the first byte, counted in bytes of the contents that went through the window.
  std::uint64_t position() const noexcept { return dropped_ + begin_; }
  /// Moves it back to a position since keep().
  void go_back(std::uint64_t position) noexcept { begin_ = static_cast<std::size_t>(position - dropped_); }
  /// From here on bytes are kept though consumed, until release().
  void keep() noexcept { keep_from_ = begin_; }
  void release() noexcept { keep_from_.reset(); }

  /// The place of the first byte; at the end, of the next byte there would be.
  ArchivePlace place() const;
  bool begins_segment() const;
  /// The segment of the byte before the first one.
  std::uint64_t last_segment() const;

  /// What ended it, if all bytes before are in it: damage, or nothing at the end.
  const std::optional<ArchivePiece>& event() const noexcept { return event_; }
  /// Goes on behind damage; what is in the window is dropped.
  void pass_event();

  ArchiveStream& stream() noexcept { return *stream_; }
  const ArchiveStream& stream() const noexcept { return *stream_; }

 private:
  struct Mark {
    std::uint64_t position;
    ArchivePlace place;
  };

  const Mark* mark_of(std::uint64_t position) const;
  bool read_piece();
  void drop_consumed();

  std::unique_ptr<ArchiveStream> stream_;
  std::string data_;
  std::size_t begin_ = 0;
  std::uint64_t dropped_ = 0;  ///< bytes before data_
  std::optional<std::size_t> keep_from_;
  /// Where segments begin, those before the first byte but for the last two left out.
  std::deque<Mark> marks_;
  std::optional<ArchivePiece> event_;
  bool ended_ = false;
};

}  // namespace pith
