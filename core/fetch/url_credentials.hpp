#pragma once

#include <optional>
#include <string>

namespace pith {

/// Who asks, for one origin and no other: Basic authentication (RFC 7617).
struct UrlCredentials {
  std::string origin;  ///< Target::origin
  std::string user;
  std::string password;

  /// Those that stand in a URL ("https://user:secret@example.com/"), percent-encoding undone; none if there
  /// are none, or it is no URL.
  static std::optional<UrlCredentials> of(const std::string& url);

  bool operator==(const UrlCredentials&) const = default;
};

}  // namespace pith
