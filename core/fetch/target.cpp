#include "core/fetch/target.hpp"

#include <algorithm>

#include "core/fetch/ascii_host.hpp"
#include "core/fetch/curl_handle.hpp"
#include "pith/error.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

std::string part(const CurlUrlHandle& url, CURLUPart what, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), what, &text, flags) != CURLUE_OK) return {};
  std::string copy = text;
  curl_free(text);
  return copy;
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// False if the host's name can be none.
bool make_host_ascii(const CurlUrlHandle& url) {
  const std::string host = part(url, CURLUPART_HOST, CURLU_URLDECODE);
  if (is_ascii(host)) return true;
  const std::string ascii = ascii_host(host);
  return !ascii.empty() && curl_url_set(url.get(), CURLUPART_HOST, ascii.c_str(), 0) == CURLUE_OK;
}

std::string host_of(const CurlUrlHandle& url) {
  std::string host = part(url, CURLUPART_HOST);
  if (host.size() > 1 && host.back() == '.') host.pop_back();
  return lower_ascii(host);
}

}  // namespace

Target Target::of(const std::string& text) {
  if (text.size() > longest_url) {
    throw Error("longer than " + std::to_string(longest_url) + " bytes, which no address of a page is",
                text.substr(0, 100) + "...");
  }
  const CurlUrlHandle url(curl_url());
  constexpr unsigned flags = CURLU_NON_SUPPORT_SCHEME | CURLU_ALLOW_SPACE | CURLU_URLENCODE;
  if (!url || text.find('\0') != std::string::npos ||
      curl_url_set(url.get(), CURLUPART_URL, text.c_str(), flags) != CURLUE_OK || !make_host_ascii(url)) {
    throw Error("not a valid URL", text);
  }
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);

  Target target;
  target.url = part(url, CURLUPART_URL);
  target.scheme = lower_ascii(part(url, CURLUPART_SCHEME));
  target.host = host_of(url);
  target.origin = target.scheme + "://" + target.host;
  const std::string port = part(url, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  if (!port.empty()) target.origin += ":" + port;
  target.path = part(url, CURLUPART_PATH);
  const std::string query = part(url, CURLUPART_QUERY);
  if (!query.empty()) target.path += "?" + query;
  if (target.is_web() && target.host.empty()) throw Error("not a valid URL", text);
  return target;
}

}  // namespace pith
