#pragma once

#include <optional>
#include <string_view>

#include "core/fetch/ip_address.hpp"

namespace pith {

/// Addresses that share their first bits: "10.0.0.0/8".
class AddressRange {
 public:
  /// An address or a CIDR range; nothing if it is neither.
  static std::optional<AddressRange> parse(std::string_view text);

  bool contains(const IpAddress& address) const;

 private:
  AddressRange(const IpAddress& base, unsigned bits) : base_(base), bits_(bits) {}
  IpAddress base_;
  unsigned bits_;  ///< of the 16 bytes
};

}  // namespace pith
