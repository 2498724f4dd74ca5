#include "feed_links.hpp"

#include "pith/text.hpp"
#include "pith/url.hpp"
#include "xml_names.hpp"

namespace feeds {
namespace {

using pith::Node;

/// Line ends are no part of a URL (URL standard, "basic URL parser"), nor is the indentation behind them.
std::string on_one_line(std::string_view reference) {
  std::string out;
  for (std::size_t at = 0; at < reference.size(); ++at) {
    if (reference[at] != '\n' && reference[at] != '\r') {
      out += reference[at];
      continue;
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == '\t')) out.pop_back();
    while (at + 1 < reference.size() && pith::trim(reference.substr(at + 1, 1)).empty()) ++at;
  }
  return out;
}

std::string web_url(const std::string& url) {
  return pith::is_web_url(url) ? url : std::string();
}

bool is_permanent(Node guid) {
  auto says = guid.attribute("isPermaLink");
  if (says.empty()) says = guid.attribute("ispermalink");
  return pith::lower_ascii(says) != "false";
}

/// Whether a link is of a relation, which may be named by its registered URI (RFC 4287, section 4.2.7.2).
bool is_related(Node link, std::string_view relation) {
  std::string_view given = link.attribute("rel");
  for (const std::string_view registry :
       {"http://www.iana.org/assignments/relation/", "https://www.iana.org/assignments/relation/"}) {
    if (given.starts_with(registry)) given.remove_prefix(registry.size());
  }
  return given.empty() ? relation == "alternate" : given == relation;
}

}  // namespace

std::string absolute_url(const std::string& base, std::string_view reference) {
  const std::string whole = on_one_line(pith::trim(reference));
  if (whole.empty()) return {};
  if (!base.empty()) return pith::resolve_url(base, whole);
  return web_url(whole);
}

std::string base_of(Node node, const std::string& outer) {
  auto reference = node.attribute("xml:base");
  if (reference.empty()) reference = node.attribute("base");
  auto resolved = absolute_url(outer, reference);
  return pith::is_web_url(resolved) ? resolved : outer;
}

std::string rss_link(Node item, const std::string& base) {
  if (auto url = web_url(absolute_url(base, child_text(item, "feedburner:origLink"))); !url.empty())
    return url;
  for (const Node link : children(item, "link")) {
    const std::string text = link.text_content();
    const auto reference = pith::trim(text).empty() ? link.attribute("href") : std::string_view(text);
    if (auto url = web_url(absolute_url(base_of(link, base), reference)); !url.empty()) return url;
  }
  if (const Node guid = child(item, "guid"); guid && is_permanent(guid)) {
    if (auto url = web_url(std::string(pith::trim(guid.text_content()))); !url.empty()) return url;
  }
  for (const Node link : children(item, "atom:link")) {
    if (!is_related(link, "alternate")) continue;
    if (auto url = web_url(absolute_url(base_of(link, base), link.attribute("href"))); !url.empty())
      return url;
  }
  return web_url(absolute_url(base, item.attribute("rdf:about")));
}

std::string atom_link(Node parent, const std::string& base, std::string_view relation) {
  std::string fallback;
  for (const Node link : children(parent, "link")) {
    if (!is_related(link, relation)) continue;
    auto url = absolute_url(base_of(link, base), link.attribute("href"));
    const auto type = link.attribute("type");
    if (type.empty() || type.find("html") != std::string_view::npos) return url;
    if (fallback.empty()) fallback = std::move(url);
  }
  return fallback;
}

std::string atom_entry_link(Node entry, const std::string& base) {
  if (auto url = web_url(atom_link(entry, base)); !url.empty()) return url;
  const Node content = child(entry, "content");
  const auto type = content.attribute("type");
  if (type.empty() || type.find("html") != std::string_view::npos) {
    if (auto url = web_url(absolute_url(base_of(content, base), content.attribute("src"))); !url.empty())
      return url;
  }
  return web_url(child_text(entry, "id"));
}

}  // namespace feeds
