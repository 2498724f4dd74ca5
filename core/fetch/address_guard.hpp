#pragma once

#include <sys/socket.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/fetch/address_range.hpp"
#include "core/fetch/ip_address.hpp"

namespace pith {

/// Says which addresses are not fetched from, so that a page, a redirect or a name that resolves anew cannot
/// send the fetcher to this machine, the network around it or the metadata service of a cloud.
///
/// Refused are the addresses that IANA's special-purpose registries (RFC 6890) do not call globally
/// reachable, multicast, what other kinds of addresses embed of them (IPv4-mapped, NAT64, 6to4), and those
/// of cloud metadata services that lie elsewhere. Ask it about the address that is really connected to:
/// whatever way the address was written is then of no account. Const and safe to use from any thread.
class AddressGuard {
 public:
  /// `allowed`: addresses and ranges ("127.0.0.1", "10.0.0.0/8") that are fetched from all the same;
  /// `allow_all`: nothing is refused. Throws Error if one of `allowed` is neither.
  AddressGuard(bool allow_all, const std::vector<std::string>& allowed);

  /// Why it is refused, "127.0.0.1 is a loopback address"; empty if it is not. Other families than IP are
  /// refused always.
  std::string refusal(const sockaddr* address) const;
  std::string refusal(const IpAddress& address) const;

  /// For requests through a proxy, where the address is the proxy's business and not seen: refuses addresses
  /// written out, and names that mean this machine or its network to every resolver (localhost, RFC 6761;
  /// .local, RFC 6762; .internal; home.arpa, RFC 8375; names without a dot).
  std::string refusal_of_host(std::string_view host) const;

  /// Whether a reason for which a page was refused, whole or its end, is one of those above: another address
  /// that is allowed would help.
  static bool is_refusal(std::string_view reason);

 private:
  bool allow_all_;
  std::vector<AddressRange> allowed_;
};

}  // namespace pith
