#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace pith {

/// Where a server listens: "127.0.0.1:9464", "[::1]:9464", "localhost:9464". Without an address it would be
/// every one of this machine's, so there must be one.
struct ListenAddress {
  std::string host;  ///< an IP address without brackets, or a name
  std::uint16_t port = 0;

  /// Nothing if it is none. A port is from 1 to 65535.
  static std::optional<ListenAddress> parse(const std::string& text);

  /// Why nothing can listen there now, as the system says it ("Address already in use"); empty if something
  /// can.
  std::string obstacle() const;
};

}  // namespace pith
