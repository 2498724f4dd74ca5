#pragma once

#include <functional>
#include <string>
#include <vector>

namespace pith {

// What can be wrong with a value of a job, known from the value alone. Each says it in words that go on after
// the value ("is no ... (did you mean '...'?)"), and gives an empty text if nothing is wrong.

using ValueCheck = std::function<std::string(const std::string&)>;

/// Of a page, feed or sitemap: an absolute http or https URL of at most 8,192 bytes.
std::string url_problem(const std::string& url);
/// Of a proxy: as ProxyChoice takes it.
std::string proxy_problem(const std::string& url);
/// Of FetchPolicy::headers.
std::string header_value_problem(const std::string& line);
/// Of FetchPolicy::user_agent, and of the contact in it.
std::string agent_problem(const std::string& user_agent);
std::string contact_problem(const std::string& contact);
/// A host without scheme and port, "*.example.com" for it and all below.
std::string host_pattern_problem(const std::string& pattern);
/// An IP address, or a range of them.
std::string address_range_problem(const std::string& range);
/// A pattern that is compared with whole URLs: one that can match none is a slip.
std::string url_pattern_problem(const std::string& pattern);
/// Articles' kinds: a word that is none, but near one. Any other may be one that a plugin of somebody's own
/// gives.
std::string kind_problem(const std::string& kind);
/// Where metrics are served: "127.0.0.1:9464".
std::string listen_problem(const std::string& address);

/// A value as it stands in messages: on one line, at most so long, without the user and password of a URL.
std::string in_quotes(const std::string& value);

}  // namespace pith
