#include "core/fetch/utc_clock.hpp"

#include <chrono>
#include <ctime>

namespace pith {

std::int64_t utc_now_ms() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count();
}

std::string rfc3339(std::int64_t since_1970_ms) {
  const std::time_t seconds = since_1970_ms / 1000;
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char text[32];
  const std::size_t size = std::strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return {text, size};
}

}  // namespace pith
