#include "core/fetch/proxy_choice.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/fetch/address_range.hpp"
#include "core/fetch/curl_handle.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/error.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

constexpr std::array<std::string_view, 6> schemes = {"http",    "https",  "socks4",
                                                     "socks4a", "socks5", "socks5h"};

bool is_proxy(const std::string& text) {
  const CurlUrlHandle url(curl_url());
  constexpr unsigned flags = CURLU_NON_SUPPORT_SCHEME | CURLU_DEFAULT_SCHEME | CURLU_GUESS_SCHEME;
  if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), flags) != CURLUE_OK) return false;
  char* scheme = nullptr;
  if (curl_url_get(url.get(), CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK) return false;
  const bool known = std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
  curl_free(scheme);
  return known;
}

std::string checked(const std::string& proxy, const std::string& where) {
  if (proxy.empty() || is_proxy(proxy)) return proxy;
  throw Error("'" + without_credentials(proxy) + "' is no proxy", where,
              "write it as http://host:port; https, socks4, socks4a, socks5 and socks5h are known, too");
}

/// The first of two names that is set.
std::string either(const ProxyChoice::Environment& environment, const char* small, const char* capital) {
  std::string value = environment(small);
  if (!value.empty()) return checked(value, small);
  return checked(environment(capital), capital);
}

}  // namespace

std::string environment_variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
  return value != nullptr ? value : "";
}

ProxyChoice::ProxyChoice(const std::string& proxy, const Environment& environment) {
  if (!proxy.empty()) {
    http_ = https_ = checked(proxy, "proxy");
    return;
  }
  const std::string all = either(environment, "all_proxy", "ALL_PROXY");
  http_ = checked(environment("http_proxy"), "http_proxy");
  https_ = either(environment, "https_proxy", "HTTPS_PROXY");
  if (http_.empty()) http_ = all;
  if (https_.empty()) https_ = all;

  std::string exempt = environment("no_proxy");
  if (exempt.empty()) exempt = environment("NO_PROXY");
  std::replace(exempt.begin(), exempt.end(), ' ', ',');
  exempt_ = split_trimmed(lower_ascii(exempt), ',');
}

std::string ProxyChoice::proxy_for(const Target& target) const {
  const std::string& proxy = target.scheme == "https" ? https_ : http_;
  return proxy.empty() || is_exempt(target.host) ? "" : proxy;
}

bool ProxyChoice::is_exempt(const std::string& host) const {
  const auto address = IpAddress::parse(host);
  return std::any_of(exempt_.begin(), exempt_.end(), [&](const std::string& entry) {
    if (entry == "*") return true;
    if (address) {
      const auto range = AddressRange::parse(entry);
      return range && range->contains(*address);
    }
    const auto name = entry.find_first_not_of('.');
    return name != std::string::npos && host_matches(host, "*." + entry.substr(name));
  });
}

}  // namespace pith
