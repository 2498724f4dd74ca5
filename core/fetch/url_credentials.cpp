#include "core/fetch/url_credentials.hpp"

#include "core/fetch/curl_handle.hpp"
#include "core/fetch/target.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/error.hpp"

namespace pith {

std::optional<UrlCredentials> UrlCredentials::of(const std::string& url) {
  const CurlUrlHandle parsed(curl_url());
  if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_ALLOW_SPACE) != CURLUE_OK)
    return std::nullopt;
  UrlCredentials found;
  found.user = url_part(parsed, CURLUPART_USER, CURLU_URLDECODE);
  found.password = url_part(parsed, CURLUPART_PASSWORD, CURLU_URLDECODE);
  if (found.user.empty() && found.password.empty()) return std::nullopt;
  try {
    found.origin = Target::of(without_credentials(url)).origin;
  } catch (const Error&) {
    return std::nullopt;
  }
  return found;
}

}  // namespace pith
