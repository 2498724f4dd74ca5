#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/fetch/target.hpp"

namespace pith {

/// Which proxy a request goes through. libcurl could find out by itself, but then nobody would know whether
/// the address that it connects to is that of the page or that of the proxy.
class ProxyChoice {
 public:
  using Environment = std::function<std::string(const char* name)>;

  /// `proxy`: a URL for all requests; empty: what the environment says, in the names that curl knows
  /// (http_proxy in small letters only, since CGI lets a client set HTTP_PROXY; https_proxy, all_proxy and
  /// no_proxy in either). Throws Error if one of them is no URL of a proxy.
  ProxyChoice(const std::string& proxy, const Environment& environment);

  /// The proxy's URL; empty for none.
  std::string proxy_for(const Target& target) const;

 private:
  bool is_exempt(const std::string& host) const;

  std::string http_;
  std::string https_;
  std::vector<std::string> exempt_;
};

/// The environment of this process; empty for what is not set.
std::string environment_variable(const char* name);

}  // namespace pith
