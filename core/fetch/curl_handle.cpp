#include "core/fetch/curl_handle.hpp"

#include <mutex>
#include <new>

namespace pith {

void start_curl_once() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

void append(CurlList& list, const std::string& line) {
  curl_slist* longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  list.release();  // NOLINT(bugprone-unused-return-value): the longer list begins with it
  list.reset(longer);
}

std::string url_part(const CurlUrlHandle& url, CURLUPart what, unsigned flags) {
  char* text = nullptr;
  if (curl_url_get(url.get(), what, &text, flags) != CURLUE_OK) return {};
  std::string copy = text;
  curl_free(text);
  return copy;
}

std::string curl_text(CURL* handle, CURLINFO what) {
  const char* value = nullptr;
  curl_easy_getinfo(handle, what, &value);
  return value != nullptr ? value : "";
}

long curl_number(CURL* handle, CURLINFO what) {
  long value = 0;
  curl_easy_getinfo(handle, what, &value);
  return value;
}

}  // namespace pith
