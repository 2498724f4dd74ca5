#include "core/archive/page_type.hpp"

#include <string>

#include "pith/text.hpp"

namespace pith {
namespace {

/// Behind white space and a byte order mark.
bool begins_with_markup(std::string_view bytes) {
  bytes = bytes.substr(0, 1024);
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  const std::string text = lower_ascii(trim(bytes));
  for (const std::string_view begin :
       {"<!doctype html", "<html", "<head", "<body", "<?xml", "<rss", "<feed", "<rdf:rdf"}) {
    if (text.starts_with(begin)) return true;
  }
  // A comment may stand before all of these.
  return text.starts_with("<!--") &&
         (text.find("<html") != std::string::npos || text.find("<!doctype html") != std::string::npos);
}

}  // namespace

bool is_page(std::string_view content_type, std::string_view bytes) {
  const std::string type = lower_ascii(trim(content_type.substr(0, content_type.find(';'))));
  if (type == "text/html" || type == "application/feed+json") return true;
  if (type == "text/xml" || type == "application/xml") return true;
  if (type.ends_with("+xml")) return !type.starts_with("image/");
  const bool says_nothing = type.find('/') == std::string::npos || type == "application/octet-stream" ||
                            type == "text/plain" || type == "application/unknown" ||
                            type == "unknown/unknown";
  return says_nothing && begins_with_markup(bytes);
}

}  // namespace pith
