#pragma once

#include <cstddef>

namespace pith {

/// What all bodies that are under way may hold together. Each has a bound of its own, but many at once would
/// be many times that. So where they hold as much as they may only two kinds grow on: small ones, which are
/// most pages, and one of the others, so that it comes to its end and makes room. The rest wait, and their
/// servers with them (TCP's flow control): nothing is lost or asked for again. For one thread.
class BodyRoom {
 public:
  /// `most` bytes for `transfers` at once. The small ones hold a quarter of it at most.
  BodyRoom(std::size_t most, std::size_t transfers);

  /// Whether this body, of so many bytes, may grow.
  bool admits(const void* body, std::size_t size);
  void grew(std::size_t bytes) { held_ += bytes; }
  /// The body is no longer here.
  void left(const void* body, std::size_t size);

 private:
  std::size_t most_;
  std::size_t small_;
  std::size_t held_ = 0;
  const void* favoured_ = nullptr;  ///< the one that grows although there is no room
};

}  // namespace pith
