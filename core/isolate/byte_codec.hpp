#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

#include "pith/error.hpp"

namespace pith {

/// Puts numbers and texts one after another, for a process of the same program on the same machine.
class ByteWriter {
 public:
  template <typename Number>
  void number(Number value) {
    static_assert(std::is_arithmetic_v<Number>);
    char bytes[sizeof(Number)];
    std::memcpy(bytes, &value, sizeof(Number));
    bytes_.append(bytes, sizeof(Number));
  }
  /// Throws Error for 4 GiB and more.
  void text(std::string_view text) {
    if (text.size() > std::numeric_limits<std::uint32_t>::max()) throw Error("a text of 4 GiB or more");
    number(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  const std::string& bytes() const noexcept { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what a ByteWriter wrote, or what somebody else wrote in its place: takes nothing from beyond the end
/// and throws Error instead. The bytes must outlive it.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename Number>
  Number number() {
    static_assert(std::is_arithmetic_v<Number> && !std::is_same_v<Number, bool>);
    Number value;
    std::memcpy(&value, take(sizeof(Number)).data(), sizeof(Number));
    return value;
  }
  std::string_view text() { return take(number<std::uint32_t>()); }
  /// How many things follow. Throws Error if they are more than `most`, or if there is no room for them.
  std::size_t count(std::size_t most, std::size_t least_bytes_of_one) {
    const std::size_t count = number<std::uint32_t>();
    if (count > most || count > bytes_.size() / least_bytes_of_one) {
      throw Error("a list of " + std::to_string(count) + " members");
    }
    return count;
  }
  /// Throws Error if something is left.
  void end() const {
    if (!bytes_.empty()) throw Error(std::to_string(bytes_.size()) + " bytes too many");
  }

 private:
  std::string_view take(std::size_t size) {
    if (size > bytes_.size()) throw Error("breaks off");
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  std::string_view bytes_;
};

}  // namespace pith
