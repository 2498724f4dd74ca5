#include <algorithm>

#include "pith/text.hpp"
#include "pith/url.hpp"
#include "url/url_handle.hpp"

namespace pith {
namespace {

constexpr bool is_alphanumeric(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

/// Whether a path with what follows it comes out of libcurl as it goes in: nothing to encode, no dot segment.
bool is_plain(std::string_view path) noexcept {
  constexpr std::string_view harmless = "/-_.~!$&'()*+,;=:@?#";
  char before = '\0';
  for (const char c : path) {
    if (!is_alphanumeric(c) && harmless.find(c) == std::string_view::npos) return false;
    if (c == '.' && before == '/') return false;
    before = c;
  }
  return true;
}

/// "https://example.com/path": by far the most references of a page, and nothing to be done about them.
bool is_plain_web_url(std::string_view url) noexcept {
  const bool secure = url.substr(0, 8) == "https://";
  if (!secure && url.substr(0, 7) != "http://") return false;
  url.remove_prefix(secure ? 8 : 7);
  const std::size_t slash = url.find('/');
  if (slash == std::string_view::npos || slash == 0) return false;
  const std::string_view host = url.substr(0, slash);
  const auto in_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  };
  // A last label of digits is an address, which libcurl writes in its own way.
  const char last = host.back();
  return last >= 'a' && last <= 'z' && std::all_of(host.begin(), host.end(), in_name) &&
         is_plain(url.substr(slash));
}

/// The reference as the URL standard reads it: no white space around it, no tabs and line breaks in it, and
/// no backslashes where slashes belong (WHATWG URL standard, section 4.4).
std::string cleaned(std::string_view reference) {
  std::string clean(trim(reference));
  clean.erase(
      std::remove_if(clean.begin(), clean.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }),
      clean.end());
  const std::string scheme = url_scheme(clean);
  if (scheme.empty() || scheme == "http" || scheme == "https") {
    const auto path_end =
        clean.begin() + static_cast<std::ptrdiff_t>(std::min(clean.find_first_of("?#"), clean.size()));
    std::replace(clean.begin(), path_end, '\\', '/');
  }
  return clean;
}

/// A base that references are resolved against, taken apart once.
class Base {
 public:
  explicit Base(std::string_view text) : text_(text), url_(parse_url(text)) {
    if (!url_) return;
    curl_url_set(url_.get(), CURLUPART_FRAGMENT, nullptr, 0);
    whole_ = url_text(url_);
    scheme_ = url_part(url_, CURLUPART_SCHEME);
    const std::size_t authority = whole_.find("://");
    if (authority != std::string::npos) origin_ = whole_.substr(0, whole_.find('/', authority + 3));
  }

  bool is(std::string_view text) const noexcept { return text_ == text; }
  const std::string& scheme() const noexcept { return scheme_; }

  std::string resolve(const std::string& reference) const {
    if (!url_ || reference.empty()) return whole_;
    if (reference.front() == '/' && reference.substr(0, 2) != "//" && is_plain(reference))
      return origin_ + reference;
    const UrlHandle url(curl_url_dup(url_.get()));
    return apply_reference(url, reference) ? url_text(url) : std::string();
  }

 private:
  std::string text_;
  UrlHandle url_;
  std::string whole_;  // without fragment
  std::string scheme_;
  std::string origin_;  // scheme and authority
};

/// Pages resolve hundreds of references against one base.
const Base& base_of(std::string_view text) {
  thread_local Base base{std::string_view()};
  if (!base.is(text)) base = Base(text);
  return base;
}

}  // namespace

std::string resolve_url(std::string_view base, std::string_view reference) {
  if (is_plain_web_url(reference)) return std::string(reference);
  const std::string target = cleaned(reference);
  const std::string scheme = url_scheme(target);
  if (scheme.empty()) return base_of(base).resolve(target);
  const std::string_view rest = std::string_view(target).substr(scheme.size() + 1);
  if (scheme == "http" || scheme == "https") {
    // "https:path" counts from a base of the same scheme, as browsers have it.
    if (rest.substr(0, 1) != "/" && base_of(base).scheme() == scheme)
      return base_of(base).resolve(std::string(rest));
    return url_text(parse_url(target));
  }
  return scheme == "file" ? url_text(parse_url(target)) : target;
}

}  // namespace pith
