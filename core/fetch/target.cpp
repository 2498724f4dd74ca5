#include "core/fetch/target.hpp"

#include <algorithm>
#include <utility>

#include "core/fetch/ascii_host.hpp"
#include "core/fetch/curl_handle.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/error.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

[[noreturn]] void refuse_as_too_long(const std::string& text) {
  throw Error("longer than " + std::to_string(Target::longest_url) + " bytes, which no address of a page is",
              without_credentials(text.substr(0, 100)) + "...");
}

/// False if the host's name can be none. A name in which a '%' is left over would be decoded once more by
/// whoever reads the URL next, and so be another one to them.
bool has_possible_host(const CurlUrlHandle& url) {
  std::string host = url_part(url, CURLUPART_HOST);
  if (!is_ascii(host)) {
    host = ascii_host(host);
    if (host.empty() || curl_url_set(url.get(), CURLUPART_HOST, host.c_str(), 0) != CURLUE_OK) return false;
  }
  const bool has_empty_label = host.starts_with('.') || host.find("..") != std::string::npos;
  return !has_empty_label && host.find('%') == std::string::npos;
}

/// Null if it is no URL.
CurlUrlHandle parsed(const std::string& text) {
  CurlUrlHandle url(curl_url());
  constexpr unsigned flags = CURLU_NON_SUPPORT_SCHEME | CURLU_ALLOW_SPACE | CURLU_URLENCODE;
  if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), flags) != CURLUE_OK) return {};
  if (!has_possible_host(url)) return {};
  for (const CURLUPart unwanted : {CURLUPART_FRAGMENT, CURLUPART_USER, CURLUPART_PASSWORD}) {
    curl_url_set(url.get(), unwanted, nullptr, 0);
  }
  return url;
}

/// As the transfer will read it. What is written out of a URL may read otherwise: in "http://%30x7f.1/" the
/// zero is decoded only after addresses have been looked for. Null if that comes to no end.
CurlUrlHandle parsed_until_stable(std::string text) {
  constexpr int most_times = 4;
  for (int i = 0; i < most_times; ++i) {
    CurlUrlHandle url = parsed(text);
    if (!url) return {};
    std::string written = url_part(url, CURLUPART_URL);
    if (written.size() > Target::longest_url) refuse_as_too_long(text);
    if (written == text) return url;
    text = std::move(written);
  }
  return {};
}

std::string host_of(const CurlUrlHandle& url) {
  std::string host = url_part(url, CURLUPART_HOST);
  if (host.size() > 1 && host.back() == '.') host.pop_back();
  return lower_ascii(host);
}

}  // namespace

Target Target::of(const std::string& text) {
  if (text.size() > longest_url) refuse_as_too_long(text);
  const bool has_zero = text.find('\0') != std::string::npos;
  const CurlUrlHandle url = has_zero ? CurlUrlHandle() : parsed_until_stable(text);
  if (!url) throw Error("not a valid URL", without_credentials(text));

  Target target;
  target.url = url_part(url, CURLUPART_URL);
  target.scheme = lower_ascii(url_part(url, CURLUPART_SCHEME));
  target.host = host_of(url);
  if (target.host.size() > longest_host) {
    throw Error(
        "the name of its host is longer than " + std::to_string(longest_host) + " bytes, which none is",
        without_credentials(text.substr(0, 100)) + "...");
  }
  target.origin = target.scheme + "://" + target.host;
  const std::string port = url_part(url, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  if (!port.empty()) target.origin += ":" + port;
  target.path = url_part(url, CURLUPART_PATH);
  const std::string query = url_part(url, CURLUPART_QUERY);
  if (!query.empty()) target.path += "?" + query;
  if (target.is_web() && target.host.empty()) throw Error("not a valid URL", without_credentials(text));
  return target;
}

}  // namespace pith
