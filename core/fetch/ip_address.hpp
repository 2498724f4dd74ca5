#pragma once

#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pith {

/// An IPv4 or IPv6 address in 16 bytes; IPv4 as IPv6 writes it within itself (::ffff:0:0/96), so that the two
/// spellings of one address are one value.
class IpAddress {
 public:
  using Bytes = std::array<std::uint8_t, 16>;

  /// "192.0.2.1", "2001:db8::1", "[2001:db8::1]"; nothing if it is neither. A zone ("%eth0") is left out.
  static std::optional<IpAddress> parse(std::string_view text);
  /// Also IPv4 as inet_aton() takes it, which many resolvers ask first: of fewer than four numbers, each
  /// decimal, octal or hexadecimal ("127.1", "0x7f000001"), with or without a dot behind them.
  static std::optional<IpAddress> of_host(std::string_view host);
  /// Nothing for other families than IP.
  static std::optional<IpAddress> of(const sockaddr* address);

  bool is_v4() const;
  const Bytes& bytes() const { return bytes_; }
  /// Four of the bytes as an IPv4 address: what transition mechanisms embed.
  IpAddress embedded_v4(std::size_t first_byte) const;
  std::string text() const;

 private:
  explicit IpAddress(const Bytes& bytes) : bytes_(bytes) {}
  Bytes bytes_{};
};

}  // namespace pith
