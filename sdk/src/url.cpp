#include "pith/url.hpp"

#include "pith/text.hpp"
#include "url/url_handle.hpp"

namespace pith {

bool is_web_url(std::string_view url) {
  const std::string scheme = url_scheme(url);
  return (scheme == "http" || scheme == "https") && !url_host(url).empty();
}

std::string url_host(std::string_view url) {
  return lower_ascii(url_part(parse_url(trim(url)), CURLUPART_HOST));
}

std::string url_path(std::string_view url) {
  const UrlHandle parsed = parse_url(trim(url));
  if (!parsed) return {};
  std::string path = url_part(parsed, CURLUPART_PATH);
  return path.empty() ? "/" : path;
}

bool host_matches(std::string_view host, std::string_view pattern) {
  if (!pattern.starts_with("*.")) return host == pattern;
  const std::string_view domain = pattern.substr(2);
  return host == domain || (host.size() > domain.size() && host.ends_with(domain) &&
                            host[host.size() - domain.size() - 1] == '.');
}

bool path_matches(std::string_view path, std::string_view pattern) {
  // Greedy with one point of return, linear in practice: the last '*' is the only one to try again.
  std::size_t at = 0;
  std::size_t in_pattern = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_at = 0;
  while (at < path.size()) {
    if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
      star = in_pattern++;
      star_at = at;
    } else if (in_pattern < pattern.size() && pattern[in_pattern] == path[at]) {
      ++in_pattern;
      ++at;
    } else if (star != std::string_view::npos) {
      in_pattern = star + 1;
      at = ++star_at;
    } else {
      return false;
    }
  }
  while (in_pattern < pattern.size() && pattern[in_pattern] == '*') ++in_pattern;
  return in_pattern == pattern.size();
}

}  // namespace pith
