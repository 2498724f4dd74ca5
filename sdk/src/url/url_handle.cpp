#include "url/url_handle.hpp"

#include <algorithm>

#include "pith/text.hpp"

namespace pith {
namespace {

constexpr unsigned parse_flags = CURLU_NON_SUPPORT_SCHEME | CURLU_ALLOW_SPACE | CURLU_URLENCODE;

/// Longer ones are no addresses; browsers stop at 2 MB, servers at a few KB.
constexpr std::size_t longest_url = std::size_t{64} << 10;
constexpr std::size_t longest_scheme = 32;

constexpr bool is_scheme_character(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

/// libcurl left the case of hosts alone in some versions.
void lower_host(std::string& url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string::npos) return;
  const std::size_t end = std::min(url.find_first_of("/?#", begin + 3), url.size());
  for (std::size_t i = begin + 3; i < end; ++i) {
    if (url[i] >= 'A' && url[i] <= 'Z') url[i] = static_cast<char>(url[i] + ('a' - 'A'));
  }
}

/// Letters beyond ASCII percent-encoded, those of the host excepted. libcurl would do it, too, but in small
/// letters or capitals depending on its version (RFC 3986, section 6.2.2.1, wants capitals).
std::string encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const std::size_t slashes = text.substr(0, longest_scheme).find("//");
  const bool has_host = slashes == 0 || (slashes != std::string_view::npos && text[slashes - 1] == ':');
  const std::size_t path = has_host ? std::min(text.find_first_of("/?#", slashes + 2), text.size()) : 0;
  std::string out(text.substr(0, path));
  for (const char c : text.substr(path)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    }
  }
  return out;
}

bool is_too_long(std::string_view text) {
  return text.size() > longest_url;
}

bool has_nul(std::string_view text) {
  return text.find('\0') != std::string_view::npos;
}

}  // namespace

UrlHandle parse_url(std::string_view text) {
  if (url_scheme(text).empty() || is_too_long(text) || has_nul(text)) return nullptr;
  UrlHandle url(curl_url());
  if (!url || curl_url_set(url.get(), CURLUPART_URL, encoded(text).c_str(), parse_flags) != CURLUE_OK) {
    return nullptr;
  }
  return url;
}

bool apply_reference(const UrlHandle& url, const std::string& reference) {
  if (!url || is_too_long(reference) || has_nul(reference)) return false;
  if (reference.front() == '#') {
    // libcurl loses the file and the query of the base here.
    const std::string fragment = encoded(reference.substr(1));
    return curl_url_set(url.get(), CURLUPART_FRAGMENT, fragment.empty() ? nullptr : fragment.c_str(), 0) ==
           CURLUE_OK;
  }
  return curl_url_set(url.get(), CURLUPART_URL, encoded(reference).c_str(), parse_flags) == CURLUE_OK;
}

std::string url_part(const UrlHandle& url, CURLUPart part, unsigned flags) {
  char* value = nullptr;
  if (!url || curl_url_get(url.get(), part, &value, flags) != CURLUE_OK) return {};
  const std::unique_ptr<char, decltype(&curl_free)> owner(value, &curl_free);
  return value;
}

std::string url_text(const UrlHandle& url, unsigned flags) {
  for (const CURLUPart part : {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS}) {
    curl_url_set(url.get(), part, nullptr, 0);
  }
  std::string text = url_part(url, CURLUPART_URL, flags);
  lower_host(text);
  return text;
}

std::string url_scheme(std::string_view text) {
  const std::size_t colon = text.substr(0, longest_scheme).find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  std::string scheme = lower_ascii(text.substr(0, colon));
  const bool valid = scheme.front() >= 'a' && scheme.front() <= 'z' &&
                     std::all_of(scheme.begin(), scheme.end(), is_scheme_character);
  return valid ? scheme : std::string();
}

}  // namespace pith
