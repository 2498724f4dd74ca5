#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pith {

/// Takes the header lines of a response as libcurl hands them over, and keeps them in bounds.
class ResponseHeaders {
 public:
  using Fields = std::vector<std::pair<std::string, std::string>>;

  /// More header fields than a server has reason to send are passed over, not kept.
  static constexpr std::size_t most_fields = 200;
  /// Bytes of one response's headers: a server that sends more never means to come to an end. Browsers
  /// stop at 256 KiB (Chromium's net/http/http_stream_parser.cc).
  static constexpr std::size_t most_bytes = std::size_t{256} << 10;

  /// One line with its end. A status line begins a new response, of a chain of redirects or after 1xx, and
  /// forgets the fields before it. False if there have been more bytes than a response may have.
  bool take(std::string_view line);

  Fields& fields() { return fields_; }
  const Fields& fields() const { return fields_; }

 private:
  Fields fields_;
  std::size_t bytes_ = 0;
};

}  // namespace pith
