#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/gzip_bytes.hpp"

namespace pith {

/// A record as ISO 28500 writes it; `fields` are whole lines.
inline std::string warc_record(const std::string& type, const std::vector<std::string>& fields,
                               const std::string& block, const std::string& version = "1.0") {
  std::string text = "WARC/" + version + "\r\nWARC-Type: " + type + "\r\n";
  for (const auto& field : fields) text += field + "\r\n";
  return text + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

inline std::string http(const std::string& body, const std::string& headers = "Content-Type: text/html\r\n",
                        const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

inline std::string warc_response(const std::string& url, const std::string& block,
                                 std::vector<std::string> fields = {}) {
  fields.insert(fields.begin(), {"WARC-Target-URI: " + url, "WARC-Date: 2024-05-01T10:00:00Z",
                                 "WARC-Record-ID: <urn:uuid:" + url + ">",
                                 "Content-Type: application/http; msgtype=response"});
  return warc_record("response", fields, block);
}

inline std::string warc_page(const std::string& url, const std::string& body) {
  return warc_response(url, http(body));
}

/// Every record as a gzip member of its own.
inline std::string gzip_members(const std::vector<std::string>& records) {
  std::string bytes;
  for (const auto& record : records) bytes += gzip_bytes(record);
  return bytes;
}

inline std::string together(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += part;
  return text;
}

}  // namespace pith
