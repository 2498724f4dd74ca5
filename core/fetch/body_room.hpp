#pragma once

#include <cstddef>
#include <deque>

namespace pith {

/// What all bodies that are under way may hold together, as they came over the wire. Each has a bound of its
/// own, but many at once would be many times that. The room has three parts: a quarter for small bodies,
/// which are most pages and never wait; a quarter for whatever else comes first; half for those that find
/// that one full. A body in the last part has room for all that it may still bring, so that it comes to its
/// end whatever the others do; one that does not find it waits for its turn, and its server with it (TCP's
/// flow control): nothing is lost or asked for again. For one thread.
///
/// One body may always grow, and be larger than the last part: together they hold no more than the room and
/// the largest body.
class BodyRoom {
 public:
  /// What one body takes of it. Stays where it is, until left().
  struct Share {
    std::size_t held = 0;     ///< of the first two parts
    std::size_t claimed = 0;  ///< of the third
    bool waits = false;
  };

  /// `most` bytes for `transfers` at once.
  BodyRoom(std::size_t most, std::size_t transfers);

  bool is_small(std::size_t size) const { return size <= small_; }
  /// Whether a body may grow to `size` bytes; at the most it will have `rest` bytes beyond what it has. If it
  /// may not it waits from now on: to be asked about again, which it may be at any time. Throws
  /// std::bad_alloc, but not of a body that waits.
  bool admits(Share& share, std::size_t size, std::size_t rest);
  /// The body has so many bytes more.
  void grew(Share& share, std::size_t bytes);
  /// The body is no longer here.
  void left(Share& share) noexcept;
  bool is_waited_for() const { return !waiting_.empty(); }

 private:
  void stop_waiting(Share& share) noexcept;

  std::size_t quarter_;
  std::size_t small_;
  std::size_t held_ = 0;
  std::size_t claimed_ = 0;
  std::deque<const Share*> waiting_;  ///< the first has its turn next
};

}  // namespace pith
