#include "core/text/without_credentials.hpp"

#include <algorithm>

#include "pith/text.hpp"

namespace pith {
namespace {

/// Where the authority begins (RFC 3986, section 3.2); npos if there is none.
std::size_t authority_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos) return colon;
  const std::string scheme = lower_ascii(trim(url.substr(0, colon)));
  // Browsers and libcurl take any number of slashes there, and browsers those that lean the other way.
  if (scheme == "http" || scheme == "https") {
    const std::size_t begin = url.find_first_not_of("/\\", colon + 1);
    return begin == colon + 1 ? std::string_view::npos : begin;
  }
  return url.substr(colon + 1).starts_with("//") ? colon + 3 : std::string_view::npos;
}

}  // namespace

std::string without_credentials(std::string_view url) {
  const std::size_t begin = authority_of(url);
  if (begin == std::string_view::npos) return std::string(url);
  const std::size_t end = std::min(url.find_first_of("/\\?#", begin), url.size());
  const std::size_t at = url.substr(0, end).rfind('@');
  if (at == std::string_view::npos || at < begin) return std::string(url);
  return std::string(url.substr(0, begin)) + std::string(url.substr(at + 1));
}

}  // namespace pith
