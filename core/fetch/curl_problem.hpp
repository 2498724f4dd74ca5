#pragma once

#include <curl/curl.h>

#include <chrono>
#include <string>

#include "core/fetch/fetch_problem.hpp"

namespace pith {

/// What libcurl's code means for the person who asked. `host` is the one that was asked, with its port;
/// `total` the time allowed; `detail` libcurl's own words, for what is rare.
FetchProblem curl_problem(CURLcode code, const std::string& host, std::chrono::milliseconds total,
                          const std::string& detail);

/// "http://host:80/path" -> "host:80".
std::string host_and_port(const std::string& url);

}  // namespace pith
