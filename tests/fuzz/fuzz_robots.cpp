// Reads anything as a robots.txt; the first line is the path that is asked for. Nothing is thrown, its own
// robots.txt is always allowed, and one path has one answer however it is spelled.

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/fetch/robots_rules.hpp"

namespace {

void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

/// A '%' that encodes nothing stays as it is, and may come to stand before digits that were encoded: such a
/// path has no one spelling.
bool has_stray_percent(const std::string& path) {
  for (std::size_t at = path.find('%'); at != std::string::npos; at = path.find('%', at + 1)) {
    const auto is_digit = [&](std::size_t i) {
      return i < path.size() && std::isxdigit(static_cast<unsigned char>(path[i])) != 0;
    };
    if (!is_digit(at + 1) || !is_digit(at + 2)) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const std::string path = "/" + std::string(bytes.substr(0, line));
  const std::string_view text = bytes.substr(std::min(line + 1, bytes.size()));

  const std::string normal = pith::normal_robots_path(path);
  const bool has_one_spelling = !has_stray_percent(path);
  must(!has_one_spelling || pith::normal_robots_path(normal) == normal,
       "the normal spelling has another one");
  for (const char* agent : {"Pith", "Other"}) {
    const pith::RobotsRules rules = pith::RobotsRules::parse(text, agent);
    must(rules.allows("/robots.txt"), "robots.txt itself is disallowed");
    must(!has_one_spelling || rules.allows(path) == rules.allows(normal),
         "two spellings of a path have two answers");
    must(rules.sitemaps().size() <= pith::RobotsRules::most_sitemaps, "more sitemaps than are kept");
    must(!rules.crawl_delay() || rules.crawl_delay()->count() >= 0, "a delay below none");
  }
  return 0;
}
