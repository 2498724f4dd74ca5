#include "core/fetch/retry_after.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <string>

namespace pith {
namespace {

constexpr std::int64_t longest_s = 30 * 86'400;

}  // namespace

std::optional<std::chrono::milliseconds> retry_after(std::string_view value, std::int64_t now_ms) {
  if (value.empty()) return std::nullopt;
  const auto first_other = value.find_first_not_of("0123456789");
  if (first_other == std::string_view::npos) {
    const std::int64_t seconds = value.size() > 9 ? longest_s : std::stoll(std::string(value));
    return std::chrono::seconds(std::min(seconds, longest_s));
  }
  // libcurl's reader of dates takes many forms, a lone number among them: a date has a name of a month.
  if (std::none_of(value.begin(), value.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    return std::nullopt;
  const std::time_t date = curl_getdate(std::string(value).c_str(), nullptr);
  if (date < 0) return std::nullopt;
  const std::int64_t ms = static_cast<std::int64_t>(date) * 1000 - now_ms;
  return std::chrono::milliseconds(std::clamp<std::int64_t>(ms, 0, longest_s * 1000));
}

}  // namespace pith
