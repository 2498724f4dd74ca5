#include "core/fetch/transfer_options.hpp"

#include <algorithm>
#include <string_view>

#include "core/encoding/content_decoder.hpp"
#include "core/fetch/user_agent.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

std::string name_of_header(std::string_view line) {
  return lower_ascii(line.substr(0, line.find(':')));
}

/// Whether a header proves who asks: it is for the site that it was given for, and none that it redirects to.
bool is_credential(std::string_view line) {
  const std::string name = name_of_header(line);
  return name == "authorization" || name == "cookie" || name == "proxy-authorization";
}

/// A validator comes from a store, and before that from a server.
bool is_one_line(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

/// A file of passwords says nothing of schemes: a redirect that a stranger writes, and the robots.txt of
/// where it leads, must not have them sent where everybody on the way can read them.
bool may_have_passwords(const FetchTask& task) {
  const bool is_where_it_began = !task.is_robots() && task.first_origin == task.target.origin;
  return task.target.scheme == "https" || is_where_it_began;
}

long ms(std::chrono::milliseconds time) {
  return static_cast<long>(time.count());
}

}  // namespace

TransferOptions::TransferOptions(const FetchPolicy& policy)
    : policy_(policy),
      user_agent_(user_agent_text(policy.user_agent, policy.contact)),
      proxies_(policy.proxy, environment_variable),
      asks_for_encoding_(std::any_of(policy.headers.begin(), policy.headers.end(), [](const auto& line) {
        return name_of_header(line) == "accept-encoding";
      })) {
  if (!policy.cookies) return;
  cookies_.reset(curl_share_init());
  curl_share_setopt(cookies_.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE);
}

CurlList TransferOptions::headers_of(const FetchTask& task) const {
  CurlList list;
  if (!asks_for_encoding_) append(list, ContentDecoder::accept);
  const bool elsewhere = task.first_origin != task.target.origin;
  for (const std::string& line : policy_.headers) {
    if (!elsewhere || !is_credential(line)) append(list, line);
  }
  if (task.is_robots() || !task.is_conditional()) return list;
  const FetchRequest& known = task.request;
  if (!known.etag.empty() && is_one_line(known.etag)) append(list, "If-None-Match: " + known.etag);
  if (!known.last_modified.empty() && is_one_line(known.last_modified)) {
    append(list, "If-Modified-Since: " + known.last_modified);
  }
  return list;
}

void TransferOptions::set_credentials(CURL* handle, const FetchTask& task) const {
  if (!policy_.netrc.empty() && may_have_passwords(task)) {
    curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_OPTIONAL));
    curl_easy_setopt(handle, CURLOPT_NETRC_FILE, policy_.netrc.c_str());
  }
  for (const UrlCredentials& known : policy_.credentials) {
    if (known.origin != task.target.origin) continue;
    curl_easy_setopt(handle, CURLOPT_USERNAME, known.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, known.password.c_str());
  }
}

std::string TransferOptions::apply(CURL* handle, const FetchTask& task) const {
  curl_easy_setopt(handle, CURLOPT_URL, task.target.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  // Redirects are followed by whoever knows the rules of the host that they lead to.
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, ms(policy_.connect_timeout));
  curl_easy_setopt(handle, CURLOPT_USERAGENT, user_agent_.c_str());
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  // Or the end of a transfer waits for its name server (curl issue 4852), and all others with it.
  curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
  curl_easy_setopt(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  if (policy_.per_host > 1 && task.target.scheme == "https") curl_easy_setopt(handle, CURLOPT_PIPEWAIT, 1L);
  // Set even when empty: the environment has been read already.
  std::string proxy = proxies_.proxy_for(task.target);
  curl_easy_setopt(handle, CURLOPT_PROXY, proxy.c_str());
  curl_easy_setopt(handle, CURLOPT_NOPROXY, "");
  set_credentials(handle, task);
  if (cookies_) {
    curl_easy_setopt(handle, CURLOPT_SHARE, cookies_.get());
    curl_easy_setopt(handle, CURLOPT_COOKIEFILE, "");
  }
  return proxy;
}

}  // namespace pith
