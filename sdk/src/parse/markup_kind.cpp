#include "parse/markup_kind.hpp"

#include <algorithm>
#include <string>

#include "parse/html_lexer.hpp"

namespace pith {
namespace {

constexpr std::size_t looked_at = 4096;

// The beginning of the page in lower case, without byte order mark; UTF-16 is thinned out to ASCII.
std::string beginning(std::string_view bytes) {
  std::string plain;
  for (const char c : bytes.substr(0, looked_at)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte != 0 && byte < 0x80) plain += to_ascii_lower(c);
  }
  return plain;
}

// Behind white space, comments, processing instructions and the document type stands the root element.
std::string_view root_element(std::string_view text, bool& has_declaration, bool& is_html) {
  for (;;) {
    const std::size_t markup = text.find('<');
    if (markup == std::string_view::npos) return {};
    text.remove_prefix(markup);
    const bool comment = text.starts_with("<!--");
    if (!comment && !text.starts_with("<!") && !text.starts_with("<?")) break;
    has_declaration |= text.starts_with("<?xml");
    is_html |= text.starts_with("<!doctype html");
    const std::size_t end = comment ? text.find("-->") : text.find('>');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  std::size_t end = 1;
  while (end < text.size() && !is_html_space(text[end]) && text[end] != '>' && text[end] != '/') ++end;
  return text.substr(1, end - 1);
}

bool is_feed(std::string_view root) noexcept {
  return root == "rss" || root == "feed" || root == "rdf:rdf" || root == "urlset" || root == "sitemapindex";
}

bool begins_as_feed(std::string_view text) {
  bool has_declaration = false;
  bool is_html = false;
  return is_feed(root_element(text, has_declaration, is_html)) && !is_html;
}

/// Where a declaration that a feed follows, or else the root of a feed, stands in a text of small letters
/// whose beginning is something else; npos if nowhere, or in a page of HTML.
std::size_t find_feed(std::string_view text) {
  std::size_t found = text.find("<?xml ");
  if (found != std::string_view::npos && !begins_as_feed(text.substr(found))) found = std::string_view::npos;
  for (const std::string_view root :
       {"<rss version=", "<rss xmlns", "<feed xmlns", "<feed version=", "<rdf:rdf xmlns"}) {
    if (found == std::string_view::npos) found = text.find(root);
  }
  for (const std::string_view html : {"<!doctype html", "<html", "<head", "<body"}) {
    if (text.substr(0, found).find(html) != std::string_view::npos) return std::string_view::npos;
  }
  return found;
}

}  // namespace

std::size_t begin_of_feed(std::string_view text) {
  std::string head(text.substr(0, looked_at));
  std::transform(head.begin(), head.end(), head.begin(), to_ascii_lower);
  if (begins_as_feed(head)) return 0;
  const std::size_t found = find_feed(head);
  return found == std::string_view::npos ? 0 : found;
}

bool is_xml_page(std::string_view content_type, std::string_view bytes) {
  bool has_declaration = false;
  bool is_html = false;
  const std::string text = beginning(bytes);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return false;
  if (text[first] != '<') return find_feed(text) != std::string::npos;
  const std::string_view root = root_element(text, has_declaration, is_html);
  if (is_html || root == "html") return false;
  if (is_feed(root) || find_feed(text) != std::string::npos) return true;
  std::string type(content_type.substr(0, content_type.find(';')));
  std::transform(type.begin(), type.end(), type.begin(), to_ascii_lower);
  if (type.find("xhtml") != std::string::npos) return false;
  return has_declaration || type.find("xml") != std::string::npos;
}

}  // namespace pith
