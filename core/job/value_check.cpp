#include "core/job/value_check.hpp"

#include <algorithm>
#include <string_view>

#include "core/export/one_line.hpp"
#include "core/extract/article_kinds.hpp"
#include "core/fetch/address_range.hpp"
#include "core/fetch/ascii_host.hpp"
#include "core/fetch/policy_check.hpp"
#include "core/fetch/proxy_choice.hpp"
#include "core/fetch/target.hpp"
#include "core/fetch/url_fetcher.hpp"
#include "core/job/listen_address.hpp"
#include "core/store/postgres_location.hpp"
#include "core/store/store.hpp"
#include "core/text/did_you_mean.hpp"
#include "core/text/nearest_name.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/error.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

std::string meant(const std::string& value) {
  return value.empty() ? value : " (did you mean '" + value + "'?)";
}

/// The URL that was meant by "www.example.com/feed", "htps://example.com", "htp:/example.com".
std::string likely_url(const std::string& text) {
  const std::size_t colon = text.find(':');
  const std::size_t rest = text.find_first_not_of(":/", std::min(colon, text.find('/')));
  const bool has_scheme = colon != std::string::npos && text.compare(colon, 2, ":/") == 0;
  std::string url;
  if (has_scheme && rest != std::string::npos) {
    const std::string scheme = nearest_name(lower_ascii(text.substr(0, colon)), {"https", "http"});
    if (!scheme.empty()) url = scheme + "://" + text.substr(rest);
  } else if (const std::string host = text.substr(0, text.find('/'));
             host.find('.') != std::string::npos && (host != text || text.starts_with("www."))) {
    url = "https://" + text;
  }
  return is_web_url(url) ? without_credentials(url) : std::string();
}

bool can_begin_a_url(std::string_view start) {
  constexpr std::string_view schemes[] = {"http://", "https://"};
  return std::any_of(std::begin(schemes), std::end(schemes), [&](std::string_view scheme) {
    return scheme.starts_with(start) || start.starts_with(scheme);
  });
}

/// What a pattern for whole URLs would be of one that was written for paths, hosts, or as a regular
/// expression.
std::string likely_pattern(std::string pattern) {
  if (pattern.starts_with('^')) pattern.erase(0, 1);
  if (pattern.ends_with('$')) pattern.pop_back();
  for (auto at = pattern.find(".*"); at != std::string::npos; at = pattern.find(".*", at))
    pattern.erase(at, 1);
  if (pattern.empty()) return {};
  if (!can_begin_a_url(pattern.substr(0, pattern.find('*')))) {
    if (pattern.find("://") != std::string::npos) return {};  // of another scheme
    pattern.insert(0, "*");
  }
  if (pattern.find('*', 1) == std::string::npos) pattern += '*';
  return pattern;
}

}  // namespace

std::string in_quotes(const std::string& value) {
  constexpr std::size_t longest = 200;
  const std::string shown = is_postgres_url(value) ? store_name(value) : without_credentials(value);
  return "'" + excerpt(one_line(shown), longest) + "'";
}

std::string url_problem(const std::string& url) {
  if (url.size() > Target::longest_url) return "is longer than a URL may be (8 KiB)";
  if (!is_web_url(url)) return "is not an http or https URL" + meant(likely_url(url));
  try {
    Target::of(url);
  } catch (const Error& error) {
    return "cannot be fetched: " + error.problem();
  }
  return {};
}

std::string proxy_problem(const std::string& url) {
  if (url.empty()) return "is empty: without it the environment says what the proxy is";
  try {
    const ProxyChoice choice(url, [](const char*) { return std::string(); });
  } catch (const Error& error) {
    return "is no proxy: " + error.remedy();
  }
  return {};
}

std::string header_value_problem(const std::string& line) {
  const std::string problem = header_problem(line);
  return problem.empty() ? problem : "is no header: " + problem;
}

std::string agent_problem(const std::string& user_agent) {
  const std::string problem = user_agent_problem(user_agent, {});
  return problem.empty() ? problem : "is no user agent: " + problem;
}

std::string contact_problem(const std::string& contact) {
  const std::string problem = user_agent_problem({}, contact);
  return problem.empty() ? problem : "cannot be sent: " + problem;
}

std::string host_pattern_problem(const std::string& pattern) {
  const bool with_hosts_below = pattern.starts_with("*.");
  const std::string star = with_hosts_below ? "*." : "";
  const std::string name = pattern.substr(star.size());
  if (looks_like_url(pattern)) return "is a URL where a host is expected" + meant(url_host(pattern));
  if (IpAddress::parse(name) && name.find(':') != std::string::npos && !name.starts_with('['))
    return "is an address that stands in brackets in URLs" + meant("[" + name + "]");
  const std::string host = url_host("http://" + name + "/");
  const bool is_name = !host.empty() && name.find_first_of("*?#@ ") == std::string::npos;
  if (!is_name) return "is no host: write example.com, or *.example.com for it and all below";
  std::string ascii = host.starts_with('[') ? host : ascii_host(host);
  if (ascii.empty()) return "is no host";
  if (ascii == name) return {};
  const bool has_port = name.find(':') != std::string::npos && !name.starts_with('[');
  return (has_port ? "has a port, and hosts are named without" : "is not how hosts are written") +
         meant(star + ascii);
}

std::string address_range_problem(const std::string& range) {
  if (AddressRange::parse(range)) return {};
  if (looks_like_url(range)) return "is a URL where an address is expected" + meant(url_host(range));
  return "is neither an IP address nor a range such as 10.0.0.0/8";
}

std::string url_pattern_problem(const std::string& pattern) {
  if (pattern.empty()) return "is empty and matches no URL";
  if (pattern.find_first_of(" \t\r\n") != std::string::npos) return "has white space in it, which no URL has";
  if (can_begin_a_url(pattern.substr(0, pattern.find('*')))) return {};
  return "matches no URL, for it is compared with the whole of it" + meant(likely_pattern(pattern));
}

std::string kind_problem(const std::string& kind) {
  const auto& kinds = article_kinds();
  if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) return {};
  const std::string near = did_you_mean(kind, kinds);
  return near.empty() ? near : "is no kind of article" + near;
}

std::string listen_problem(const std::string& address) {
  return ListenAddress::parse(address) ? std::string() : "is no address and port: write 127.0.0.1:9464, say";
}

}  // namespace pith
