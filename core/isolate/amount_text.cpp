#include "core/isolate/amount_text.hpp"

#include <array>

namespace pith {

std::string bytes_in_words(std::size_t bytes) {
  constexpr std::array units = {" bytes", " KiB", " MiB", " GiB"};
  std::size_t unit = 0;
  for (; unit + 1 < units.size() && bytes != 0 && bytes % 1024 == 0; ++unit) bytes /= 1024;
  return std::to_string(bytes) + units.at(unit);
}

std::string time_in_words(std::chrono::milliseconds time) {
  const bool whole = time.count() % 1000 == 0;
  return whole ? std::to_string(time.count() / 1000) + " s" : std::to_string(time.count()) + " ms";
}

}  // namespace pith
