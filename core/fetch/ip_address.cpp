#include "core/fetch/ip_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>

namespace pith {
namespace {

constexpr IpAddress::Bytes mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0};
constexpr std::size_t mapped_size = 12;

IpAddress::Bytes from_v4(const void* four) {
  IpAddress::Bytes bytes = mapped;
  std::memcpy(bytes.data() + mapped_size, four, 4);
  return bytes;
}

}  // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  const std::string plain(text.substr(0, text.find('%')));
  Bytes bytes{};
  if (::inet_pton(AF_INET6, plain.c_str(), bytes.data()) == 1) return IpAddress(bytes);
  in_addr four{};
  if (::inet_pton(AF_INET, plain.c_str(), &four) == 1) return IpAddress(from_v4(&four));
  return std::nullopt;
}

std::optional<IpAddress> IpAddress::of_host(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  if (const auto address = parse(host)) return address;
  in_addr four{};
  if (::inet_aton(std::string(host).c_str(), &four) == 0) return std::nullopt;
  return IpAddress(from_v4(&four));
}

std::optional<IpAddress> IpAddress::of(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, address, sizeof(v4));
    return IpAddress(from_v4(&v4.sin_addr));
  }
  if (address->sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, address, sizeof(v6));
    Bytes bytes{};
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return IpAddress(bytes);
  }
  return std::nullopt;
}

bool IpAddress::is_v4() const {
  return std::equal(mapped.begin(), mapped.begin() + mapped_size, bytes_.begin());
}

IpAddress IpAddress::embedded_v4(std::size_t first_byte) const {
  return IpAddress(from_v4(bytes_.data() + first_byte));
}

std::string IpAddress::text() const {
  char text[INET6_ADDRSTRLEN] = "";
  const bool v4 = is_v4();
  ::inet_ntop(v4 ? AF_INET : AF_INET6, bytes_.data() + (v4 ? mapped_size : 0), text, sizeof(text));
  return text;
}

}  // namespace pith
