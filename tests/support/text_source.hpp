#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "core/batch/byte_source.hpp"

namespace pith {

/// Gives a text in pieces of a few bytes, as a pipe may.
class TextSource : public ByteSource {
 public:
  TextSource(std::string text, std::size_t piece) : text_(std::move(text)), piece_(piece) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t got = std::min({size, piece_, text_.size() - at_});
    std::memcpy(buffer, text_.data() + at_, got);
    at_ += got;
    return got;
  }

 private:
  std::string text_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

}  // namespace pith
