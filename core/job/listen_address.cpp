#include "core/job/listen_address.hpp"

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <memory>
#include <string_view>
#include <system_error>

#include "core/fetch/ip_address.hpp"

namespace pith {
namespace {

/// What ends in a number is an IPv4 address and nothing else
/// (https://url.spec.whatwg.org/#ends-in-a-number-checker): of "256.0.0.0" a server could make any other
/// address.
bool ends_in_a_number(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  const std::string_view last = host.substr(host.rfind('.') + 1);
  if (last.starts_with("0x") || last.starts_with("0X")) return true;
  return !last.empty() && last.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_v4_or_name(const std::string& host) {
  if (ends_in_a_number(host)) return IpAddress::parse(host).has_value();
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

std::string said(int code) {
  return std::generic_category().message(code);
}

/// Binds to it for a moment, as a server does.
std::string bind_obstacle(const addrinfo& address) {
  const int descriptor = ::socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return said(errno);
  const int on = 1;
  ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
  const bool bound =
      ::bind(descriptor, address.ai_addr, address.ai_addrlen) == 0 && ::listen(descriptor, 1) == 0;
  const int code = errno;
  ::close(descriptor);
  return bound ? std::string() : said(code);
}

}  // namespace

std::optional<ListenAddress> ListenAddress::parse(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  ListenAddress address;
  address.host = text.substr(0, colon);
  const bool in_brackets = address.host.starts_with('[') && address.host.ends_with(']');
  if (in_brackets) address.host = address.host.substr(1, address.host.size() - 2);
  const bool is_v6 =
      in_brackets && address.host.find(':') != std::string::npos && IpAddress::parse(address.host);
  if (!is_v6 && (in_brackets || !is_v4_or_name(address.host))) return std::nullopt;
  const char* const end = text.data() + text.size();
  const auto [read, problem] = std::from_chars(text.data() + colon + 1, end, address.port);
  if (problem != std::errc() || read != end || address.port == 0) return std::nullopt;
  return address;
}

std::string ListenAddress::obstacle() const {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int code = ::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
  if (code != 0) return ::gai_strerror(code);
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> all(found, ::freeaddrinfo);
  return bind_obstacle(*all);
}

}  // namespace pith
