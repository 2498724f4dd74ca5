#include "core/source/saved_from.hpp"

#include <charconv>

#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

/// The comment stands before or right behind the opening tag of `html`.
constexpr std::size_t looked_at = 8192;

std::string web_url(std::string_view text) {
  text = trim(text);
  return is_web_url(text) ? std::string(text) : std::string();
}

/// Behind "saved from url=": the URL's length in brackets, four digits or more, and the URL.
std::string browser_url(std::string_view text) {
  if (!text.starts_with('(')) return {};
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), length);
  const auto digits = static_cast<std::size_t>(end - text.data());
  if (error != std::errc() || digits >= text.size() || text[digits] != ')') return {};
  text.remove_prefix(digits + 1);
  text = text.substr(0, text.find_first_of(" \t\r\n"));
  text = text.substr(0, text.find("-->"));
  // Programs have counted characters or bytes, so the length is only believed where it fits.
  return web_url(length < text.size() && length > 8 ? text.substr(0, length) : text);
}

}  // namespace

std::string saved_from_url(std::string_view page) {
  page = page.substr(0, looked_at);
  constexpr std::string_view browser = "saved from url=";
  constexpr std::string_view single_file = "Page saved with SingleFile";
  for (std::size_t at = 0; (at = page.find("<!--", at)) != std::string_view::npos; at += 4) {
    const std::string_view comment = page.substr(at, page.find("-->", at) - at);
    if (const auto found = comment.find(browser); found != std::string_view::npos)
      return browser_url(comment.substr(found + browser.size()));
    if (comment.find(single_file) == std::string_view::npos) continue;
    const auto url = comment.find("url: ");
    if (url == std::string_view::npos) return {};
    return web_url(comment.substr(url + 5, comment.find('\n', url) - url - 5));
  }
  return {};
}

}  // namespace pith
