#include "core/export/export_format.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "pith/text.hpp"

namespace pith {

std::string export_format_of(const std::string& target) {
  std::error_code unknown;
  if (target.ends_with('/') || std::filesystem::is_directory(target, unknown)) return "markdown";
  const std::string ending = lower_ascii(std::filesystem::path(target).extension().string());
  constexpr std::pair<const char*, const char*> formats[] = {
      {".jsonl", "jsonl"}, {".ndjson", "jsonl"}, {".csv", "csv"}, {".html", "html"},
      {".htm", "html"},    {".atom", "atom"},    {".xml", "atom"}};
  for (const auto& [known, format] : formats) {
    if (ending == known) return format;
  }
  return {};
}

}  // namespace pith
