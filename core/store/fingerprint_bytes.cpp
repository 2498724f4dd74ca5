#include "core/store/fingerprint_bytes.hpp"

#include <cstddef>

namespace pith {

std::string fingerprint_bytes(const std::vector<std::uint32_t>& fingerprint) {
  std::string bytes;
  bytes.reserve(fingerprint.size() * 4);
  for (const std::uint32_t member : fingerprint) {
    for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>((member >> shift) & 0xffU);
  }
  return bytes;
}

std::vector<std::uint32_t> fingerprint_of(std::string_view bytes) {
  std::vector<std::uint32_t> fingerprint;
  fingerprint.reserve(bytes.size() / 4);
  for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) {
    std::uint32_t member = 0;
    for (unsigned i = 0; i < 4; ++i) {
      member |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    }
    fingerprint.push_back(member);
  }
  return fingerprint;
}

}  // namespace pith
