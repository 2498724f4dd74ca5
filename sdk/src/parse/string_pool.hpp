#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace pith {

/// Strings that live as long as the pool, none with an allocation of its own.
class StringPool {
 public:
  /// Makes room for about this many bytes at once.
  void reserve(std::size_t bytes) {
    if (bytes > left_) grow(bytes);
  }

  /// Room for `length` bytes, to be filled by the caller.
  char* allocate(std::size_t length) {
    if (length > left_) grow(length);
    char* const place = next_;
    next_ += length;
    left_ -= length;
    return place;
  }

  std::string_view store(std::string_view text) {
    if (text.empty()) return {};
    char* const place = allocate(text.size());
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }

 private:
  void grow(std::size_t at_least) {
    const std::size_t size = std::max(at_least, std::size_t{64} << 10);
    chunks_.push_back(std::unique_ptr<char[]>(new char[size]));
    next_ = chunks_.back().get();
    left_ = size;
  }

  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace pith
