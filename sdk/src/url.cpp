#include "pith/url.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>

#include "pith/text.hpp"

namespace pith {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

constexpr unsigned parse_flags =
    CURLU_NON_SUPPORT_SCHEME | CURLU_ALLOW_SPACE | CURLU_URLENCODE | CURLU_NO_AUTHORITY;
constexpr std::size_t longest_url = 64 * 1024;

Url parse_url(std::string_view text) {
  if (text.empty() || text.size() > longest_url) return nullptr;
  Url url(curl_url());
  if (!url || curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), parse_flags) != CURLUE_OK)
    return nullptr;
  return url;
}

std::string part_of(const Url& url, CURLUPart part, unsigned flags = 0) {
  char* value = nullptr;
  if (!url || curl_url_get(url.get(), part, &value, flags) != CURLUE_OK) return {};
  std::string text(value);
  curl_free(value);
  return text;
}

/// The scheme of an absolute URL, in lower case; empty if there is none.
std::string scheme_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string scheme = lower_ascii(text.substr(0, colon));
  const bool valid =
      scheme[0] >= 'a' && scheme[0] <= 'z' && std::all_of(scheme.begin(), scheme.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      });
  return valid ? scheme : std::string();
}

/// Tabs and line breaks inside a URL are passed over (WHATWG URL standard, section 4.4).
std::string without_breaks(std::string_view text) {
  std::string plain(trim(text));
  std::erase_if(plain, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return plain;
}

/// Parameters that tell who sent the reader, not what is read.
bool is_tracking(std::string_view parameter) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"fbclid",      "gclid",       "dclid",      "gclsrc",  "gbraid", "wbraid",  "msclkid", "mc_cid",
       "mc_eid",      "igshid",      "igsh",       "yclid",   "_hsenc", "_hsmi",   "__hssc",  "__hstc",
       "ref_src",     "ref_url",     "cmpid",      "ncid",    "ocid",   "twclid",  "ttclid",  "li_fat_id",
       "vero_id",     "oly_anon_id", "oly_enc_id", "_ga",     "_gl",    "srsltid", "pgtype",  "at_medium",
       "at_campaign", "s_cid",       "smid",       "partner", "CMP"});
  const std::string_view name = parameter.substr(0, parameter.find('='));
  return name.starts_with("utm_") || std::find(names.begin(), names.end(), name) != names.end();
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    if (!parameter.empty() && !is_tracking(parameter))
      kept += (kept.empty() ? "" : "&") + std::string(parameter);
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return kept;
}

}  // namespace

std::string resolve_url(std::string_view base, std::string_view reference) {
  const std::string target = without_breaks(reference);
  const std::string scheme = scheme_of(target);
  if (!scheme.empty() && scheme != "http" && scheme != "https" && scheme != "file") return target;
  if (!scheme.empty()) return part_of(parse_url(target), CURLUPART_URL);
  // Pages resolve hundreds of references against one base: it is parsed once per thread.
  thread_local std::string parsed_base;
  thread_local Url parsed;
  if (parsed_base != base || !parsed) {
    parsed = parse_url(base);
    parsed_base = base;
  }
  if (!parsed) return {};
  if (target.empty()) return part_of(parsed, CURLUPART_URL);
  const Url url(curl_url_dup(parsed.get()));
  if (!url || curl_url_set(url.get(), CURLUPART_URL, target.c_str(), parse_flags) != CURLUE_OK) return {};
  return part_of(url, CURLUPART_URL);
}

bool is_web_url(std::string_view url) {
  const std::string scheme = scheme_of(url);
  return (scheme == "http" || scheme == "https") && !url_host(url).empty();
}

std::string url_host(std::string_view url) {
  return lower_ascii(part_of(parse_url(url), CURLUPART_HOST));
}

std::string url_path(std::string_view url) {
  const Url parsed = parse_url(url);
  if (!parsed) return {};
  std::string path = part_of(parsed, CURLUPART_PATH);
  return path.empty() ? "/" : path;
}

std::string canonical_url(std::string_view url) {
  const Url parsed = parse_url(trim(url));
  if (!parsed) return {};
  const std::string host = lower_ascii(part_of(parsed, CURLUPART_HOST));
  const std::string query = without_tracking(part_of(parsed, CURLUPART_QUERY));
  curl_url_set(parsed.get(), CURLUPART_HOST, host.empty() ? nullptr : host.c_str(), 0);
  curl_url_set(parsed.get(), CURLUPART_FRAGMENT, nullptr, 0);
  curl_url_set(parsed.get(), CURLUPART_USER, nullptr, 0);
  curl_url_set(parsed.get(), CURLUPART_PASSWORD, nullptr, 0);
  curl_url_set(parsed.get(), CURLUPART_QUERY, query.empty() ? nullptr : query.c_str(), 0);
  return part_of(parsed, CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
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
