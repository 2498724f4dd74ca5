#include "core/fetch/url_fetcher.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <mutex>

#include "pith/error.hpp"
#include "pith/version.hpp"

namespace pith {
namespace {

constexpr const char* user_agent = "Pith/" PITH_VERSION " (+article extraction)";

struct CurlCloser {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, CurlCloser>;

/// One transfer: what libcurl's callbacks fill.
struct Transfer {
  Page page;
  std::size_t limit;
  bool cut = false;
};

/// What a callback returns to say that it wants no more is any number but the size it was given.
constexpr std::size_t enough = CURL_WRITEFUNC_ERROR;

std::size_t take_body(char* data, std::size_t, std::size_t size, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::size_t room = transfer.limit - transfer.page.bytes.size();
  transfer.page.bytes.append(data, std::min(room, size));
  if (size < room) return size;
  transfer.cut = true;
  return enough;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::size_t take_header(char* data, std::size_t, std::size_t size, void* user) {
  // More header fields than a server has reason to send are passed over, not kept.
  constexpr std::size_t most_headers = 200;
  auto& headers = static_cast<Transfer*>(user)->page.headers;
  const std::string_view line(data, size);
  if (line.substr(0, 5) == "HTTP/") headers.clear();  // the next response of a chain of redirects
  const auto colon = line.find(':');
  if (colon != std::string_view::npos && colon > 0 && headers.size() < most_headers) {
    headers.emplace_back(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
  }
  return size;
}

std::string seconds(std::chrono::milliseconds time) {
  const auto ms = time.count();
  if (ms % 1000 == 0) return std::to_string(ms / 1000) + " s";
  return std::to_string(ms) + " ms";
}

std::string host_of(const std::string& url) {
  const auto begin = url.find("://");
  if (begin == std::string::npos) return url;
  return url.substr(begin + 3, url.find_first_of("/?#", begin + 3) - begin - 3);
}

std::string text_of(CURL* handle, CURLINFO what) {
  const char* value = nullptr;
  curl_easy_getinfo(handle, what, &value);
  return value != nullptr ? value : "";
}

std::string scheme_problem(CURL* handle, const std::string& url) {
  const std::string target = text_of(handle, CURLINFO_REDIRECT_URL);
  long redirects = 0;
  curl_easy_getinfo(handle, CURLINFO_REDIRECT_COUNT, &redirects);
  const std::string at = text_of(handle, CURLINFO_EFFECTIVE_URL);
  if (redirects > 0 || !target.empty() || (!at.empty() && at != url)) {
    return "redirected to '" + (target.empty() ? at : target) + "', and only http and https are followed";
  }
  return "not a URL that is fetched: only http, https and file are";
}

/// The sentence for the person who asked.
std::string problem_of(CURLcode code, CURL* handle, const std::string& url, const FetchLimits& limits,
                       const char* detail) {
  const std::string at = text_of(handle, CURLINFO_EFFECTIVE_URL);
  const std::string host = host_of(at.empty() ? url : at);
  switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL:
      return scheme_problem(handle, url);
    case CURLE_URL_MALFORMAT:
      return "not a valid URL";
    case CURLE_COULDNT_RESOLVE_HOST:
      return "no host of the name '" + host + "' is known";
    case CURLE_COULDNT_CONNECT:
      return "nothing answers at " + host;
    case CURLE_OPERATION_TIMEDOUT:
      return "no complete answer within " + seconds(limits.total);
    case CURLE_TOO_MANY_REDIRECTS:
      return "redirected more than " + std::to_string(limits.redirects) + " times";
    case CURLE_PEER_FAILED_VERIFICATION:
      return "the certificate of " + host + " is not trusted";
    case CURLE_FILE_COULDNT_READ_FILE:
      return "no such file, or it may not be read";
    case CURLE_GOT_NOTHING:
      return "the server closed the connection without an answer";
    case CURLE_PARTIAL_FILE:
      return "the answer breaks off";
    default:
      return *detail != '\0' ? detail : curl_easy_strerror(code);
  }
}

std::string now_rfc3339() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];
  const std::size_t size = std::strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return {text, size};
}

void start_curl_once() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
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
  curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(handle, CURLOPT_USERAGENT, user_agent);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, detail);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &transfer);
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

Page UrlFetcher::fetch(const std::string& url) const {
  start_curl_once();
  const Handle handle(curl_easy_init());
  if (!handle) throw Error("libcurl cannot start", url);
  Transfer transfer{{}, limits_.bytes};
  char detail[CURL_ERROR_SIZE] = "";
  set_up(handle.get(), url, limits_, transfer, detail);

  const CURLcode code = curl_easy_perform(handle.get());
  if (code != CURLE_OK && !transfer.cut) {
    throw Error(problem_of(code, handle.get(), url, limits_, detail), url);
  }
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status >= 400) throw Error("the server answered with status " + std::to_string(status), url);

  Page page = std::move(transfer.page);
  page.url = url;
  if (auto at = text_of(handle.get(), CURLINFO_EFFECTIVE_URL); at != url) page.final_url = std::move(at);
  page.status = static_cast<int>(status);
  page.fetched_at = now_rfc3339();
  return page;
}

}  // namespace pith
