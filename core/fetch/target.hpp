#pragma once

#include <cstddef>
#include <string>

namespace pith {

/// Where one request goes: a URL, taken apart as libcurl will take it when it connects. Target::of(url) of
/// one is the same target again.
struct Target {
  /// As it is asked for: without fragment, spaces and letters beyond ASCII encoded. A user and a password in
  /// it are left out: only whoever runs the job may give some (FetchPolicy::credentials).
  std::string url;
  std::string scheme;  ///< in lower case
  std::string host;    ///< in lower case, as DNS knows it (Punycode), IPv6 in brackets, no dot at the end
  std::string origin;  ///< "https://example.com:8443", the scheme's own port left out
  std::string path;    ///< with the query: "/a?b=c"

  /// URLs that are longer are no addresses of pages (RFC 9110, section 4.1, asks for 8000 bytes at least).
  /// Holds before and after encoding.
  static constexpr std::size_t longest_url = 8'192;
  static constexpr std::size_t longest_host = 253;  ///< RFC 1035, section 2.3.4

  /// Throws Error, with the URL (without password) as the place, if it is none. Any scheme will do.
  static Target of(const std::string& url);
  bool is_web() const { return scheme == "http" || scheme == "https"; }
};

}  // namespace pith
