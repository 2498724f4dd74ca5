#include "core/fetch/curl_problem.hpp"

#include "core/text/quantity.hpp"
#include "core/text/without_credentials.hpp"

namespace pith {
namespace {

constexpr bool again = true;

/// How the answer was lost on its way, in libcurl's own words where it has some.
FetchProblem broken_off(CURLcode code, const std::string& detail) {
  std::string sentence = detail.empty() ? curl_easy_strerror(code) : detail;
  return {"reset", "the connection broke: " + sentence, again};
}

FetchProblem other(CURLcode code, const std::string& detail) {
  return {"protocol", detail.empty() ? curl_easy_strerror(code) : detail};
}

}  // namespace

std::string host_and_port(const std::string& given) {
  std::string url = without_credentials(given);
  const auto begin = url.find("://");
  if (begin == std::string::npos) return url;
  return url.substr(begin + 3, url.find_first_of("/?#", begin + 3) - begin - 3);
}

std::optional<FetchProblem> proxy_problem(CURLcode code, const std::string& proxy) {
  if (proxy.empty()) return std::nullopt;
  const std::string name = host_and_port(proxy);
  if (code == CURLE_COULDNT_CONNECT)
    return FetchProblem{"proxy", "the proxy " + name + " does not answer", again};
  if (code == CURLE_COULDNT_RESOLVE_PROXY)
    return FetchProblem{"proxy", "the name of the proxy " + name + " is not known", again};
  return std::nullopt;
}

FetchProblem curl_problem(CURLcode code, const std::string& host, std::chrono::milliseconds total,
                          const std::string& detail) {
  switch (code) {
    case CURLE_URL_MALFORMAT:
      return {"malformed", "not a valid URL"};
    case CURLE_COULDNT_RESOLVE_HOST:
      // Whether for now or for good, libcurl does not tell.
      return {"dns", "no host of the name '" + host + "' is known", again};
    case CURLE_COULDNT_RESOLVE_PROXY:
      return {"proxy", "the proxy's name is not known", again};
    case CURLE_COULDNT_CONNECT:
      return {"connect", "nothing answers at " + host, again};
    case CURLE_OPERATION_TIMEDOUT:
      return {"timeout", "no complete answer within " + duration_in_words(total), again};
    case CURLE_TOO_MANY_REDIRECTS:
      return {"redirects", "redirected too often"};
    case CURLE_PEER_FAILED_VERIFICATION:
      return {"tls", "the certificate of " + host + " is not trusted"};
    case CURLE_SSL_CONNECT_ERROR:
      return {"tls", "no secure connection to " + host + ": " + detail, again};
    case CURLE_FILE_COULDNT_READ_FILE:
      return {"file", "no such file, or it may not be read"};
    case CURLE_GOT_NOTHING:
      return {"reset", "the server closed the connection without an answer", again};
    case CURLE_PARTIAL_FILE:
      return {"truncated", "the answer breaks off", again};
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return broken_off(code, detail);
    default:
      return other(code, detail);
  }
}

}  // namespace pith
