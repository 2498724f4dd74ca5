#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

namespace pith {

// To a program all of libcurl's handles are `void`: each needs a deleter of its own.
struct FreeCurl {
  void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
};
struct FreeCurlMulti {
  void operator()(CURLM* handle) const noexcept { curl_multi_cleanup(handle); }
};
struct FreeCurlShare {
  void operator()(CURLSH* handle) const noexcept { curl_share_cleanup(handle); }
};
struct FreeCurlUrl {
  void operator()(CURLU* url) const noexcept { curl_url_cleanup(url); }
};
struct FreeCurlList {
  void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};

using CurlHandle = std::unique_ptr<CURL, FreeCurl>;
using CurlMultiHandle = std::unique_ptr<CURLM, FreeCurlMulti>;
using CurlShareHandle = std::unique_ptr<CURLSH, FreeCurlShare>;
using CurlUrlHandle = std::unique_ptr<CURLU, FreeCurlUrl>;
using CurlList = std::unique_ptr<curl_slist, FreeCurlList>;

/// Must be called before the first of libcurl's functions; any number of times, from any thread.
void start_curl_once();

/// Adds a line to a list, which must not be changed any more once libcurl has it. Throws std::bad_alloc.
void append(CurlList& list, const std::string& line);

/// Empty if the URL has no such part.
std::string url_part(const CurlUrlHandle& url, CURLUPart what, unsigned flags = 0);

/// What libcurl knows of a transfer; empty or 0 if it does not.
std::string curl_text(CURL* handle, CURLINFO what);
long curl_number(CURL* handle, CURLINFO what);

}  // namespace pith
