#include "core/sitemap/sitemap.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/encoding/gzip.hpp"
#include "core/sitemap/sitemap_xml.hpp"
#include "core/sitemap/xml_prolog.hpp"
#include "pith/charset.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

/// How much of a page is looked at to find its root element, behind declarations and comments.
constexpr std::size_t looked_at = 8192;

/// The protocol says 2048; what is longer than this no server takes.
constexpr std::size_t longest_url = 16384;

/// Collects what is told of a sitemap.
void tell(std::string& problem, const std::string& text) {
  if (!problem.empty()) problem += "; ";
  problem += text;
}

std::string head_of(const Page& page) {
  std::string head =
      is_gzip(page.bytes) ? gzip_decoded(page.bytes, looked_at).bytes : page.bytes.substr(0, looked_at);
  return decode_page(std::move(head), page.header("content-type"), true).utf8;
}

std::string_view first_line(std::string_view text) {
  text = trim(text);
  return trim(text.substr(0, text.find('\n')));
}

bool is_text_sitemap(std::string_view text) {
  const std::string_view line = first_line(text);
  return line.find_first_of(" \t<\"'") == std::string_view::npos && is_web_url(line);
}

/// The text from its root element on: error messages of programs, with markup of their own, may stand before
/// it.
std::string_view from_root(std::string_view text) {
  if (root_element(text) == "html") return text;
  const std::string_view head = text.substr(0, looked_at);
  for (const std::string_view root : {"<urlset", "<sitemapindex"}) {
    if (const auto at = head.find(root); at != std::string_view::npos) return text.substr(at);
  }
  return text;
}

/// Puts usable entries together, and counts the others.
class Entries {
 public:
  Entries(const Page& page, const SitemapLimits& limits, SitemapContents& contents)
      : base_(page.address()), limits_(limits), contents_(contents) {}

  /// False if there are enough.
  bool add(SitemapEntry entry) {
    if (contents_.entries.size() >= limits_.entries) {
      too_many_ = true;
      return false;
    }
    const bool usable = !entry.url.empty() && entry.url.size() <= longest_url;
    entry.url = usable ? resolve_url(base_, entry.url) : "";
    if (is_web_url(entry.url)) {
      contents_.entries.push_back(std::move(entry));
    } else {
      ++unusable_;
    }
    return true;
  }

  void tell_problems() const {
    if (unusable_ > 0)
      tell(contents_.problem, std::to_string(unusable_) + (unusable_ == 1 ? " entry" : " entries") +
                                  " without an http or https URL");
    if (too_many_)
      tell(contents_.problem,
           "has more than " + std::to_string(limits_.entries) + " entries: the rest is left out");
  }

 private:
  const std::string& base_;
  const SitemapLimits& limits_;
  SitemapContents& contents_;
  std::size_t unusable_ = 0;
  bool too_many_ = false;
};

void read_text(std::string_view text, Entries& entries) {
  while (!text.empty()) {
    const std::size_t feed = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, feed));
    text.remove_prefix(std::min(feed + 1, text.size()));
    if (!line.empty() && !entries.add({is_web_url(line) ? std::string(line) : "", {}})) return;
  }
}

/// The sitemap as UTF-8, no longer than allowed.
std::string text_of(const Page& page, const SitemapLimits& limits, std::string& problem) {
  const bool packed = is_gzip(page.bytes);
  DecodedBody body{packed ? std::string() : page.bytes.substr(0, limits.bytes + 1), false};
  if (packed) body = gzip_decoded(page.bytes, limits.bytes + 1);
  if (body.broken) tell(problem, "its gzip data is damaged or breaks off");
  if (body.bytes.size() > limits.bytes) {
    tell(problem, "is larger than " + std::to_string(limits.bytes >> 20) + " MiB: the rest is left out");
    body.bytes.resize(limits.bytes);
  }
  return decode_page(std::move(body.bytes), page.header("content-type"), true).utf8;
}

}  // namespace

SitemapContents read_sitemap(const Page& page, const SitemapLimits& limits) {
  SitemapContents contents;
  const std::string whole = text_of(page, limits, contents.problem);
  const std::string_view text = from_root(whole);
  Entries entries(page, limits, contents);
  const std::string root = root_element(text);
  if (root == "urlset" || root == "sitemapindex") {
    contents.is_index = root == "sitemapindex";
    const bool well =
        read_sitemap_xml(text, [&](SitemapEntry entry) { return entries.add(std::move(entry)); });
    if (!well) tell(contents.problem, "ill-formed: read as far as it makes sense");
  } else if (is_text_sitemap(text)) {
    read_text(text, entries);
  } else {
    const bool empty = trim(text).empty();
    const bool is_feed = root == "rss" || root == "feed" || root == "RDF";
    tell(contents.problem, empty          ? "is empty"
                           : root.empty() ? "is no sitemap"
                           : is_feed      ? "is no sitemap but a feed: name it as one"
                                          : "is no sitemap but <" + excerpt(root, 40) + ">");
  }
  entries.tell_problems();
  return contents;
}

bool looks_like_sitemap(const Page& page) {
  const std::string whole = head_of(page);
  const std::string_view head = from_root(whole);
  const std::string root = root_element(head);
  if (!root.empty()) return root == "urlset" || root == "sitemapindex";
  const std::string type = lower_ascii(page.header("content-type"));
  const bool is_text =
      type.starts_with("text/plain") || (type.empty() && url_path(page.address()).ends_with(".txt"));
  return is_text && is_text_sitemap(head);
}

}  // namespace pith
