#pragma once

#include <string>

#include "core/fetch/curl_handle.hpp"
#include "core/fetch/fetch_policy.hpp"
#include "core/fetch/fetch_task.hpp"
#include "core/fetch/proxy_choice.hpp"

namespace pith {

/// What is said to libcurl of every request: who asks, over what, for how long, with which headers.
class TransferOptions {
 public:
  /// `policy` must live as long. Throws Error if the policy or the environment names a proxy that is none.
  explicit TransferOptions(const FetchPolicy& policy);

  /// The handle must be used, or reset, while this lives. Gives the URL of the proxy that the
  /// request goes through, empty for none.
  std::string apply(CURL* handle, const FetchTask& task) const;
  /// The headers of one request, which must live as long as it.
  CurlList headers_of(const FetchTask& task) const;
  /// Through a proxy the addresses of hosts are not seen.
  bool is_proxied(const Target& target) const { return !proxies_.proxy_for(target).empty(); }

 private:
  void set_credentials(CURL* handle, const FetchTask& task) const;

  const FetchPolicy& policy_;
  std::string user_agent_;
  ProxyChoice proxies_;
  bool asks_for_encoding_;   ///< the policy itself says which is accepted
  CurlShareHandle cookies_;  ///< null if none are kept
};

}  // namespace pith
