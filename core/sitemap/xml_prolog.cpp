#include "core/sitemap/xml_prolog.hpp"

#include <algorithm>

namespace pith {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::size_t behind(std::string_view xml, std::string_view mark, std::size_t from) noexcept {
  const std::size_t found = xml.find(mark, from);
  return found == npos ? xml.size() : found + mark.size();
}

/// A document type holds '>' within quotes and brackets.
std::size_t end_of_document_type(std::string_view xml, std::size_t at) noexcept {
  char quote = '\0';
  int brackets = 0;
  for (; at < xml.size(); ++at) {
    const char c = xml[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (brackets > 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == '[') {
      ++brackets;
    } else if (c == ']') {
      --brackets;
    } else if (c == '>' && brackets <= 0) {
      return at + 1;
    }
  }
  return at;
}

}  // namespace

std::size_t end_of_unneeded(std::string_view xml, std::size_t at) noexcept {
  const std::string_view rest = xml.substr(at);
  if (rest.starts_with("<!--")) return behind(xml, "-->", at + 4);
  if (rest.starts_with("<?")) return behind(xml, "?>", at + 2);
  if (rest.starts_with("<!") && !rest.starts_with("<![CDATA[")) return end_of_document_type(xml, at);
  return at;
}

std::string root_element(std::string_view xml) {
  std::size_t at = 0;
  while ((at = xml.find('<', at)) != npos) {
    const std::size_t end = end_of_unneeded(xml, at);
    if (end > at) {
      at = end;
      continue;
    }
    if (at + 1 < xml.size() && is_name_start(xml[at + 1])) {
      const std::size_t stop = std::min(xml.find_first_of(" \t\r\n/>", at), xml.size());
      std::string_view name = xml.substr(at + 1, stop - at - 1);
      if (const auto colon = name.rfind(':'); colon != npos) name.remove_prefix(colon + 1);
      return std::string(name);
    }
    ++at;
  }
  return {};
}

}  // namespace pith
