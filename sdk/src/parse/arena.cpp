#include "parse/arena.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <utility>

namespace pith {
namespace {

constexpr std::size_t chunk_size = std::size_t{512} << 10;
constexpr std::size_t kept_chunks = (std::size_t{16} << 20) / chunk_size;

}  // namespace

std::vector<Arena::Chunk>& Arena::kept_by_thread() {
  thread_local std::vector<Chunk> kept;
  return kept;
}

Arena::~Arena() {
  auto& kept = kept_by_thread();
  for (Chunk& chunk : chunks_) {
    if (chunk.size == chunk_size && kept.size() < kept_chunks) kept.push_back(std::move(chunk));
  }
}

void Arena::grow(std::size_t size) {
  const std::size_t wanted = std::max(size, chunk_size);
  out_of_time_ = Clock::now() > budget_.deadline;
  if (out_of_time_ || wanted > budget_.bytes - std::min(used_, budget_.bytes)) {
    exhausted_(*this);
    std::abort();
  }
  auto& kept = kept_by_thread();
  Chunk chunk;
  if (wanted == chunk_size && !kept.empty()) {
    chunk = std::move(kept.back());
    kept.pop_back();
  } else {
    chunk = {std::unique_ptr<std::byte[]>(new (std::nothrow) std::byte[wanted]), wanted};
    if (chunk.bytes == nullptr) {
      exhausted_(*this);
      std::abort();
    }
  }
  next_ = chunk.bytes.get();
  left_ = wanted;
  used_ += wanted;
  chunks_.push_back(std::move(chunk));
}

}  // namespace pith
