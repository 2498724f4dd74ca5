#include "core/fetch/address_guard.hpp"

#include <algorithm>

#include "pith/error.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

struct Special {
  AddressRange range;
  const char* what;
};

Special special(std::string_view range, const char* what) {
  return {AddressRange::parse(range).value(), what};
}

constexpr std::string_view no_internet_address = "not an internet address";
constexpr std::string_view names_this_network = " names this machine or its own network";

/// IANA's special-purpose address registries; the first that contains an address names it.
const std::vector<Special>& special_addresses() {
  static const std::vector<Special> all = {
      special("169.254.169.254", "the address of cloud metadata services"),
      special("169.254.170.2", "the address of cloud metadata services"),
      special("100.100.100.200", "the address of cloud metadata services"),
      special("168.63.129.16", "the address of cloud metadata services"),
      special("192.0.0.192", "the address of cloud metadata services"),
      special("fd00:ec2::254", "the address of cloud metadata services"),
      special("fd20:ce::254", "the address of cloud metadata services"),
      special("0.0.0.0/8", "an unspecified address"),  // connects to this machine
      special("10.0.0.0/8", "a private address"),
      special("100.64.0.0/10", "a private address behind carrier-grade NAT"),
      special("127.0.0.0/8", "a loopback address"),
      special("169.254.0.0/16", "a link-local address"),
      special("172.16.0.0/12", "a private address"),
      special("192.0.0.0/24", "a reserved address"),
      special("192.0.2.0/24", "a documentation address"),
      special("192.88.99.0/24", "a reserved address"),
      special("192.168.0.0/16", "a private address"),
      special("198.18.0.0/15", "a benchmarking address"),
      special("198.51.100.0/24", "a documentation address"),
      special("203.0.113.0/24", "a documentation address"),
      special("224.0.0.0/4", "a multicast address"),
      special("240.0.0.0/4", "a reserved address"),
      special("::/128", "an unspecified address"),
      special("::1/128", "a loopback address"),
      special("64:ff9b:1::/48", "a private address behind NAT64"),
      special("100::/64", "an address that discards"),
      special("2001::/23", "a reserved address"),  // Teredo, ORCHID and other protocol assignments
      special("2001:db8::/32", "a documentation address"),
      special("3fff::/20", "a documentation address"),
      special("5f00::/16", "a reserved address"),
      special("fc00::/7", "a private address"),
      special("fe80::/10", "a link-local address"),
      special("fec0::/10", "a private address"),
      special("ff00::/8", "a multicast address"),
  };
  return all;
}

/// Kinds of IPv6 addresses that reach an IPv4 address which they contain.
struct Embedding {
  AddressRange range;
  std::size_t first_byte;
};

const std::vector<Embedding>& embeddings() {
  static const std::vector<Embedding> all = {
      {AddressRange::parse("64:ff9b::/96").value(), 12},  // NAT64, RFC 6052
      {AddressRange::parse("2002::/16").value(), 2},      // 6to4, RFC 3056
      {AddressRange::parse("::/96").value(), 12},         // IPv4-compatible, RFC 4291, section 2.5.5.1
  };
  return all;
}

bool is_name_of_this_network(std::string_view name) {
  return name.find('.') == std::string_view::npos || host_matches(name, "*.localhost") ||
         host_matches(name, "*.local") || host_matches(name, "*.internal") ||
         host_matches(name, "*.home.arpa");
}

}  // namespace

AddressGuard::AddressGuard(bool allow_all, const std::vector<std::string>& allowed) : allow_all_(allow_all) {
  for (const std::string& text : allowed) {
    const auto range = AddressRange::parse(text);
    if (!range) {
      throw Error("'" + text + "' is no address to allow", {},
                  "write an IP address or a range of them, such as 127.0.0.1 or 10.0.0.0/8");
    }
    allowed_.push_back(*range);
  }
}

std::string AddressGuard::refusal(const sockaddr* address) const {
  const auto ip = IpAddress::of(address);
  return ip ? refusal(*ip) : std::string(no_internet_address);
}

std::string AddressGuard::refusal(const IpAddress& address) const {
  const auto contains = [&](const AddressRange& range) { return range.contains(address); };
  if (allow_all_ || std::any_of(allowed_.begin(), allowed_.end(), contains)) return {};
  for (const Special& special : special_addresses()) {
    if (contains(special.range)) return address.text() + " is " + special.what;
  }
  for (const Embedding& embedding : embeddings()) {
    if (!contains(embedding.range)) continue;
    const std::string inner = refusal(address.embedded_v4(embedding.first_byte));
    if (!inner.empty()) return address.text() + " leads on, and " + inner;
  }
  return {};
}

std::string AddressGuard::refusal_of_host(std::string_view host) const {
  if (const auto address = IpAddress::of_host(host)) return refusal(*address);
  if (allow_all_ || !is_name_of_this_network(lower_ascii(host))) return {};
  return "'" + std::string(host) + "'" + std::string(names_this_network);
}

bool AddressGuard::is_refusal(std::string_view reason) {
  const auto& all = special_addresses();
  return reason.ends_with(no_internet_address) || reason.ends_with(names_this_network) ||
         std::any_of(all.begin(), all.end(), [&](const Special& special) {
           return reason.ends_with(std::string(" is ") + special.what);
         });
}

}  // namespace pith
