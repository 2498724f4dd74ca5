#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "pith/charset.hpp"

namespace pith {

/// Writes decoded characters and remembers where each came from.
///
/// A step is noted before an ASCII character where lengths have changed since the last one: markup begins
/// with ASCII, and text behind markup is exact from there. A step for every letter of a Cyrillic page would
/// cost more than the page.
class StepWriter {
 public:
  StepWriter(std::string& out, OffsetMap& offsets, std::uint32_t source_begin)
      : out_(out), offsets_(offsets), begin_(source_begin), shift_(source_begin) {
    if (source_begin > 0) offsets_.steps.push_back({0, source_begin});
  }

  /// Appends the character that begins at `source` of the bytes.
  void put(char32_t c, std::size_t source) {
    if (c < 0x80) {
      const std::uint32_t shift =
          begin_ + static_cast<std::uint32_t>(source) - static_cast<std::uint32_t>(out_.size());
      if (shift != shift_) {
        shift_ = shift;
        offsets_.steps.push_back(
            {static_cast<std::uint32_t>(out_.size()), begin_ + static_cast<std::uint32_t>(source)});
      }
      out_ += static_cast<char>(c);
    } else {
      put_multibyte(c);
    }
  }

 private:
  void put_multibyte(char32_t c) {
    const auto tail = [&](unsigned bits) { out_ += static_cast<char>(0x80U | ((c >> bits) & 0x3FU)); };
    if (c < 0x800) {
      out_ += static_cast<char>(0xC0U | (c >> 6));
    } else {
      if (c < 0x10000) {
        out_ += static_cast<char>(0xE0U | (c >> 12));
      } else {
        out_ += static_cast<char>(0xF0U | (c >> 18));
        tail(12);
      }
      tail(6);
    }
    tail(0);
  }

  std::string& out_;
  OffsetMap& offsets_;
  std::uint32_t begin_;
  std::uint32_t shift_;  // source minus UTF-8, modulo 2^32
};

}  // namespace pith
