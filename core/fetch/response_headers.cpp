#include "core/fetch/response_headers.hpp"

namespace pith {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

bool ResponseHeaders::take(std::string_view line) {
  if (line.starts_with("HTTP/")) fields_.clear();
  // Not begun anew with each status line: 1xx answers have no end either.
  bytes_ += line.size();
  const auto colon = line.find(':');
  if (colon != std::string_view::npos && colon > 0 && fields_.size() < most_fields) {
    fields_.emplace_back(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
  }
  return bytes_ <= most_bytes;
}

}  // namespace pith
