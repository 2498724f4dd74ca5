#pragma once

#include <curl/curl.h>

#include <chrono>
#include <optional>
#include <string>

#include "core/fetch/fetch_problem.hpp"

namespace pith {

/// What libcurl's code means for the person who asked. `host` is the one that was asked, with its port;
/// `total` the time allowed; `detail` libcurl's own words, for what is rare.
FetchProblem curl_problem(CURLcode code, const std::string& host, std::chrono::milliseconds total,
                          const std::string& detail);

/// What is the proxy's fault and not that of the page's host: `proxy` is its URL, empty if the request went
/// through none. Nothing for all other problems.
std::optional<FetchProblem> proxy_problem(CURLcode code, const std::string& proxy);

/// "http://host:80/path" -> "host:80".
std::string host_and_port(const std::string& url);

}  // namespace pith
