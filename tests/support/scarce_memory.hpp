#pragma once

#include <cstddef>

namespace pith {

/// As long as it lives there is no memory for pieces of so many bytes in the whole program: `operator new`
/// throws std::bad_alloc for them. One at a time.
class ScarceMemory {
 public:
  explicit ScarceMemory(std::size_t from, std::size_t to = static_cast<std::size_t>(-1));
  ~ScarceMemory();
  ScarceMemory(const ScarceMemory&) = delete;
  ScarceMemory& operator=(const ScarceMemory&) = delete;
};

}  // namespace pith
