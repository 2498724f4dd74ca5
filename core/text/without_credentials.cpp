#include "core/text/without_credentials.hpp"

#include <algorithm>

#include "pith/text.hpp"

namespace pith {
namespace {

struct Authority {
  std::size_t begin = std::string_view::npos;  ///< npos if there is none
  bool is_likely = false;                      ///< only if "user:password@" stands there
};

/// RFC 3986, section 3.2, and what can be meant as one.
Authority authority_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string scheme = lower_ascii(trim(url.substr(0, colon)));
  const std::string_view rest = url.substr(colon + 1);
  // Browsers and libcurl take any number of slashes there, and browsers those that lean the other way.
  const bool is_web = scheme == "http" || scheme == "https";
  if (is_web && rest.find_first_of("/\\") == 0) return {url.find_first_not_of("/\\", colon + 1)};
  if (rest.starts_with("//")) return {colon + 3};
  const bool has_scheme = is_web || scheme == "mailto" || rest.starts_with('/');
  return {has_scheme ? colon + 1 + (rest.starts_with('/') ? 1 : 0) : 0, true};
}

}  // namespace

std::string without_credentials(std::string_view url) {
  const auto [begin, is_likely] = authority_of(url);
  if (begin == std::string_view::npos) return std::string(url);
  const std::size_t end = std::min(url.find_first_of("/\\?#", begin), url.size());
  const std::size_t at = url.substr(0, end).rfind('@');
  if (at == std::string_view::npos || at < begin) return std::string(url);
  if (is_likely && url.substr(begin, at - begin).find(':') == std::string_view::npos) return std::string(url);
  return std::string(url.substr(0, begin)) + std::string(url.substr(at + 1));
}

}  // namespace pith
