#include "core/archive/http_response.hpp"

#include <charconv>

namespace pith {

std::optional<HttpResponse> read_http_response(std::string_view bytes) {
  if (!bytes.starts_with("HTTP/")) return std::nullopt;
  const std::size_t line_end = bytes.find('\n');
  const std::string_view line = bytes.substr(0, line_end);
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::size_t code = line.find_first_not_of(' ', space);
  if (code == std::string_view::npos) return std::nullopt;
  HttpResponse response;
  const auto [end, error] = std::from_chars(line.data() + code, line.data() + line.size(), response.status);
  if (error != std::errc() || response.status < 100 || response.status > 999) return std::nullopt;
  if (line_end == std::string_view::npos) return response;

  const std::string_view rest = bytes.substr(line_end + 1);
  // Without headers the empty line follows at once, its line feed being the first there is.
  const std::size_t body = end_of_fields(bytes.substr(line_end));
  const std::size_t fields = body == std::string_view::npos ? rest.size() : body - 1;
  response.headers = read_named_fields(rest.substr(0, fields));
  response.body = rest.substr(fields);
  return response;
}

}  // namespace pith
