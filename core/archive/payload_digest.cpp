#include "core/archive/payload_digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <string>

#include "pith/text.hpp"

namespace pith {
namespace {

const EVP_MD* algorithm(std::string_view name) {
  if (name == "sha1" || name == "sha-1") return EVP_sha1();
  if (name == "sha256" || name == "sha-256") return EVP_sha256();
  if (name == "sha512" || name == "sha-512") return EVP_sha512();
  if (name == "md5") return EVP_md5();
  return nullptr;
}

/// Digits of so many bits each, the last one filled up with zeros (RFC 4648, without padding).
std::string digits_of(std::string_view bytes, unsigned bits, std::string_view alphabet) {
  std::string digits;
  unsigned held = 0;
  unsigned count = 0;
  for (const char c : bytes) {
    held = held << 8U | static_cast<unsigned char>(c);
    for (count += 8; count >= bits; count -= bits)
      digits += alphabet[held >> (count - bits) & ((1U << bits) - 1)];
    held &= (1U << count) - 1;
  }
  if (count > 0) digits += alphabet[held << (bits - count)];
  return digits;
}

}  // namespace

std::optional<bool> has_digest(std::string_view bytes, std::string_view digest) {
  const std::size_t colon = digest.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const EVP_MD* how = algorithm(lower_ascii(digest.substr(0, colon)));
  std::string value = lower_ascii(trim(digest.substr(colon + 1)));
  while (value.ends_with('=')) value.pop_back();
  std::array<unsigned char, EVP_MAX_MD_SIZE> buffer{};
  unsigned size = 0;
  if (how == nullptr || EVP_Digest(bytes.data(), bytes.size(), buffer.data(), &size, how, nullptr) != 1)
    return std::nullopt;
  const std::string_view own(reinterpret_cast<const char*>(buffer.data()), size);
  return value == digits_of(own, 4, "0123456789abcdef") ||
         value == digits_of(own, 5, "abcdefghijklmnopqrstuvwxyz234567");
}

}  // namespace pith
