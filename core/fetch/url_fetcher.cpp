#include "core/fetch/url_fetcher.hpp"

#include <algorithm>
#include <new>

#include "core/encoding/content_decoder.hpp"
#include "core/fetch/curl_handle.hpp"
#include "core/fetch/curl_problem.hpp"
#include "core/fetch/response_body.hpp"
#include "core/fetch/response_headers.hpp"
#include "core/fetch/url_credentials.hpp"
#include "core/fetch/user_agent.hpp"
#include "core/fetch/utc_clock.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

/// One transfer: what libcurl's callbacks fill.
struct Transfer {
  ResponseBody body;
  ResponseHeaders headers;
};

/// What is fetched one by one is bounded in size alone.
constexpr std::size_t any_ratio = 0;

/// What a callback returns to say that it wants no more is any number but the size it was given.
constexpr std::size_t enough = CURL_WRITEFUNC_ERROR;

std::size_t take_body(char* data, std::size_t, std::size_t size, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  try {
    transfer.body.begin(transfer.headers.fields());
    return transfer.body.take({data, size}) ? size : enough;
  } catch (const std::bad_alloc&) {
    return enough;  // libcurl is C: no exception may go through it
  }
}

std::size_t take_header(char* data, std::size_t, std::size_t size, void* user) {
  try {
    static_cast<Transfer*>(user)->headers.take({data, size});
  } catch (const std::bad_alloc&) {
    return enough;
  }
  return size;
}

std::string scheme_problem(CURL* handle, const std::string& url) {
  const std::string target = without_credentials(curl_text(handle, CURLINFO_REDIRECT_URL));
  const std::string at = without_credentials(curl_text(handle, CURLINFO_EFFECTIVE_URL));
  if (curl_number(handle, CURLINFO_REDIRECT_COUNT) > 0 || !target.empty() || (!at.empty() && at != url)) {
    return "redirected to '" + (target.empty() ? at : target) + "', and only http and https are followed";
  }
  return "not a URL that is fetched: only http, https and file are";
}

/// The sentence for the person who asked.
std::string problem_of(CURLcode code, CURL* handle, const std::string& url, const FetchLimits& limits,
                       const char* detail) {
  if (code == CURLE_UNSUPPORTED_PROTOCOL) return scheme_problem(handle, url);
  if (code == CURLE_TOO_MANY_REDIRECTS) {
    return "redirected more than " + std::to_string(limits.redirects) + " times";
  }
  const std::string at = curl_text(handle, CURLINFO_EFFECTIVE_URL);
  return curl_problem(code, host_and_port(at.empty() ? url : at), limits.total, detail).sentence;
}

void set_up(CURL* handle, const std::string& url, const FetchLimits& limits, Transfer& transfer,
            char* detail) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https,file");
  curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(handle, CURLOPT_MAXREDIRS, static_cast<long>(limits.redirects));
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total.count()));
  curl_easy_setopt(handle, CURLOPT_USERAGENT, default_user_agent().c_str());
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, detail);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &transfer);
}

/// libcurl sends them to the host of this URL, and to none that it redirects to.
void set_credentials(CURL* handle, const std::string& url) {
  const auto credentials = UrlCredentials::of(url);
  if (!credentials) return;
  curl_easy_setopt(handle, CURLOPT_USERNAME, credentials->user.c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, credentials->password.c_str());
}

}  // namespace

bool looks_like_url(std::string_view input) noexcept {
  const auto end = input.find("://");
  if (end == std::string_view::npos || end == 0) return false;
  return std::all_of(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '-' || c == '.';
  });
}

Page UrlFetcher::fetch(const std::string& given) const {
  start_curl_once();
  const std::string url = without_credentials(given);
  const CurlHandle handle(curl_easy_init());
  if (!handle) throw Error("libcurl cannot start", url);
  Transfer transfer{ResponseBody({limits_.bytes, any_ratio}), {}};
  CurlList request_headers;
  append(request_headers, ContentDecoder::accept);
  char detail[CURL_ERROR_SIZE] = "";
  set_up(handle.get(), url, limits_, transfer, detail);
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, request_headers.get());
  set_credentials(handle.get(), given);

  const CURLcode code = curl_easy_perform(handle.get());
  if (code != CURLE_OK && !transfer.body.is_ended()) {
    throw Error(problem_of(code, handle.get(), url, limits_, detail), url);
  }
  const long status = curl_number(handle.get(), CURLINFO_RESPONSE_CODE);
  if (status >= 400) throw Error("the server answered with status " + std::to_string(status), url);
  transfer.body.unpack(transfer.headers.fields());
  if (const auto& problem = transfer.body.problem()) throw Error(problem->sentence, url);

  Page page;
  page.bytes = std::move(transfer.body.bytes());
  page.headers = std::move(transfer.headers.fields());
  page.url = url;
  auto at = without_credentials(curl_text(handle.get(), CURLINFO_EFFECTIVE_URL));
  if (at != url) page.final_url = std::move(at);
  page.status = static_cast<int>(status);
  page.fetched_at = rfc3339(utc_now_ms());
  return page;
}

}  // namespace pith
