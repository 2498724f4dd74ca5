#include "core/fetch/body_room.hpp"

#include <algorithm>

namespace pith {

BodyRoom::BodyRoom(std::size_t most, std::size_t transfers)
    : most_(most), small_(std::min(std::size_t{1} << 20, most / transfers / 4)) {}

bool BodyRoom::admits(const void* body, std::size_t size) {
  if (size < small_ || held_ < most_ || body == favoured_) return true;
  if (favoured_ != nullptr) return false;
  favoured_ = body;
  return true;
}

void BodyRoom::left(const void* body, std::size_t size) {
  held_ -= size;
  if (body == favoured_) favoured_ = nullptr;
}

}  // namespace pith
