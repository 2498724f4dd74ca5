#pragma once

#include <curl/curl.h>

#include <chrono>
#include <string>

namespace pith {

/// What went wrong with a transfer.
struct FetchProblem {
  std::string outcome;  ///< one word, as in FetchAttempt: "timeout", "connect", "dns", "reset", "tls", ...
  std::string sentence;
  bool again = false;  ///< whether the same request may succeed another time
};

/// What libcurl's code means for the person who asked. `host` is the one that was asked, with its port;
/// `total` the time allowed; `detail` libcurl's own words, for what is rare.
FetchProblem curl_problem(CURLcode code, const std::string& host, std::chrono::milliseconds total,
                          const std::string& detail);

/// "http://host:80/path" -> "host:80".
std::string host_and_port(const std::string& url);

/// "2 s", "150 ms".
std::string time_text(std::chrono::milliseconds time);

}  // namespace pith
