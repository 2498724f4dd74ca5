#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

namespace pith {

/// Memory for one parse: handed out by moving a pointer, given back all at once. Chunks are kept by the
/// thread for its next page, up to 16 MB.
///
/// What happens at the limits of memory and time is up to the caller: `exhausted` is called and must not
/// return, as Gumbo aborts the process when it gets no memory.
class Arena {
 public:
  using Clock = std::chrono::steady_clock;
  struct Budget {
    std::size_t bytes = static_cast<std::size_t>(-1);
    Clock::time_point deadline = Clock::time_point::max();
  };
  using Exhausted = void (*)(Arena&);

  Arena(Budget budget, Exhausted exhausted) noexcept : budget_(budget), exhausted_(exhausted) {}
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  void* allocate(std::size_t size) {
    size = (size + alignment - 1) & ~(alignment - 1);
    if (__builtin_expect(size > left_, 0)) grow(size);
    void* const place = next_;
    next_ += size;
    left_ -= size;
    last_ = static_cast<std::byte*>(place);
    return place;
  }

  /// Takes back what was handed out last; anything else waits for the end.
  void release(void* place) noexcept {
    if (place == nullptr || place != last_) return;
    left_ += static_cast<std::size_t>(next_ - last_);
    next_ = last_;
    last_ = nullptr;
  }

  std::size_t used() const noexcept { return used_; }
  bool out_of_time() const noexcept { return out_of_time_; }

 private:
  static constexpr std::size_t alignment = alignof(std::max_align_t);

  void grow(std::size_t size);

  struct Chunk {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };
  static std::vector<Chunk>& kept_by_thread();

  Budget budget_;
  Exhausted exhausted_;
  std::vector<Chunk> chunks_;
  std::byte* next_ = nullptr;
  std::byte* last_ = nullptr;
  std::size_t left_ = 0;
  std::size_t used_ = 0;
  bool out_of_time_ = false;
};

}  // namespace pith
