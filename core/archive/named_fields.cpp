#include "core/archive/named_fields.hpp"

#include "pith/text.hpp"

namespace pith {

NamedFields read_named_fields(std::string_view lines) {
  NamedFields fields;
  while (!lines.empty()) {
    const std::size_t feed = lines.find('\n');
    const std::string_view line = lines.substr(0, feed);
    lines.remove_prefix(feed == std::string_view::npos ? lines.size() : feed + 1);
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (const auto more = trim(line); !more.empty() && !fields.empty())
        fields.back().second.append(" ").append(more);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    fields.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  }
  return fields;
}

std::string_view field_of(const NamedFields& fields, std::string_view name) {
  const std::string wanted = lower_ascii(name);
  for (const auto& [key, value] : fields) {
    if (key.size() == wanted.size() && lower_ascii(key) == wanted) return value;
  }
  return {};
}

std::size_t end_of_fields(std::string_view bytes) noexcept {
  for (std::size_t at = 0; (at = bytes.find('\n', at)) != std::string_view::npos; ++at) {
    const std::string_view rest = bytes.substr(at + 1, 2);
    if (rest.starts_with('\n')) return at + 2;
    if (rest == "\r\n") return at + 3;
  }
  return std::string_view::npos;
}

}  // namespace pith
