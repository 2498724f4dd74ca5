#include "tests/support/scarce_memory.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace pith {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
std::atomic<std::size_t> scarce_from{none};
std::atomic<std::size_t> scarce_to{none};

}  // namespace

ScarceMemory::ScarceMemory(std::size_t from, std::size_t to) {
  scarce_to = to;
  scarce_from = from;
}

ScarceMemory::~ScarceMemory() {
  scarce_from = none;
}

}  // namespace pith

void* operator new(std::size_t size) {
  const bool is_scarce = size >= pith::scarce_from && size <= pith::scarce_to;
  void* memory = is_scarce ? nullptr : std::malloc(size > 0 ? size : 1);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void operator delete(void* memory) noexcept {
  std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
