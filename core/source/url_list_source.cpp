#include "core/source/url_list_source.hpp"

#include "core/render/utf8.hpp"
#include "core/text/without_credentials.hpp"
#include "pith/error.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

/// No server takes longer URLs; what is longer is no list of URLs.
constexpr std::size_t longest_url = 16384;

constexpr std::string_view space = " \t\r\v\f";

/// The line without white space around it and without a comment.
std::string_view url_in(std::string_view line) {
  line = trim(line);
  if (line.starts_with('#')) return {};
  const std::size_t end = line.find_first_of(space);
  if (end == std::string_view::npos) return line;
  // A fragment belongs to the URL, so only a '#' behind white space begins a comment.
  const std::size_t next = line.find_first_not_of(space, end);
  return line[next] == '#' ? line.substr(0, end) : line;
}

/// This run could send them, but one that goes on with what is left would not know them.
constexpr const char* password_notice =
    "its user and password are not sent: write them into a file, and name it as netrc under [fetch] in the "
    "job "
    "file";

std::string error_in(std::string_view url, bool too_long) {
  if (too_long) return "longer than a URL may be (16 KiB)";
  if (url.find_first_of(space) != std::string_view::npos)
    return "'" + displayable(excerpt(without_credentials(url))) + "' is more than one URL";
  if (!is_web_url(url))
    return "'" + displayable(excerpt(without_credentials(url))) + "' is no http or https URL";
  return {};
}

}  // namespace

UrlListSource::UrlListSource(const std::string& location, const std::string& cursor, int stop_descriptor)
    : lines_(location, cursor, longest_url, stop_descriptor) {}

std::optional<SourceItem> UrlListSource::next() {
  while (auto line = lines_.next()) {
    if (line->number == 1 && (line->text.starts_with("\xff\xfe") || line->text.starts_with("\xfe\xff")))
      throw Error("is UTF-16", lines_.place(), "save it as UTF-8");
    const std::string_view url = url_in(line->text);
    if (url.empty() && !line->too_long) continue;
    SourceItem item;
    item.place = lines_.place();
    item.order = lines_.order();
    if (const std::string error = error_in(url, line->too_long); !error.empty()) {
      item.error = "line " + std::to_string(line->number) + ": " + error;
      lines_.lose();
    } else {
      item.page.url = resolve_url(url, url);
      if (without_credentials(url) != url) item.notice = password_notice;
      item.is_url = true;
    }
    item.cursor = lines_.cursor();
    return item;
  }
  return std::nullopt;
}

}  // namespace pith
