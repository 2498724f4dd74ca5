#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/archive/named_fields.hpp"

namespace pith {

/// An HTTP/1 response as archives keep it: the bytes that came over the wire (RFC 9112).
struct HttpResponse {
  int status = 0;
  NamedFields headers;
  std::string_view body;  ///< as sent: chunks and compression not undone; of the bytes that were read
};

/// Nothing if the bytes do not begin as a response does. A header that the bytes end in has an empty body.
/// Archivers write HTTP/2 and 3 in the same form ("HTTP/2 200").
std::optional<HttpResponse> read_http_response(std::string_view bytes);

}  // namespace pith
