#include "site/link_reader.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "body/element_kinds.hpp"
#include "content/visible_text.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith {
namespace {

constexpr std::size_t longest_publisher = 60;
constexpr std::size_t most_links = 500;
constexpr std::size_t least_title = 12;
constexpr std::size_t longest_marker_line = 300;

bool matches_any(const std::vector<TextPattern>& patterns, const std::string& line) {
  return line.size() <= longest_marker_line &&
         std::any_of(patterns.begin(), patterns.end(),
                     [&](const TextPattern& pattern) { return pattern.matches(line); });
}

/// "Harbour Times · 3 hours ago" is two lines.
void add_lines(const std::string& line, std::vector<std::string>& lines) {
  for (const std::string_view separator : {" \xC2\xB7 ", " \xE2\x80\xA2 ", " | ", " - ", " \xE2\x80\x93 "}) {
    const std::size_t at = line.size() <= longest_marker_line ? line.find(separator) : std::string::npos;
    if (at == std::string::npos) continue;
    const std::string before = line.substr(0, at);
    const std::string after = line.substr(at + separator.size());
    if (!is_relative_time(before) && !is_relative_time(after)) continue;
    lines.push_back(before);
    lines.push_back(after);
    return;
  }
  lines.push_back(line);
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string& line : split_trimmed(text, '\n')) add_lines(line, lines);
  return lines;
}

/// What the lines of a card say: the longest of the first few is the title, the one beside the age
/// the publisher.
void read_lines(const std::vector<std::string>& lines, Link& link) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (link.age.empty() && is_relative_time(line)) {
      link.age = line;
      const bool before = i > 0 && lines[i - 1].size() <= longest_publisher &&
                          comparison_key(lines[i - 1]) != comparison_key(link.title);
      if (before && link.publisher.empty()) link.publisher = lines[i - 1];
      if (!before && i + 1 < lines.size() && lines[i + 1].size() <= longest_publisher)
        link.publisher = lines[i + 1];
    }
  }
}

/// As read_lines; a picture that is a link has no title of its own, the card's first line is one.
void read_card(const std::vector<std::string>& lines, Link& link) {
  if (link.title.empty()) {
    const auto title = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
      return line.size() >= least_title && line.size() <= longest_marker_line && !is_relative_time(line);
    });
    if (title != lines.end()) link.title = *title;
  }
  read_lines(lines, link);
}

Node first_link(Node card) {
  for (Node at = card; at && at.row() < card.end_row(); at = at.following()) {
    if (at.is(Tag::a) && at.has_attribute("href")) return at;
  }
  return {};
}

Node first_heading(Node card) {
  for (Node at = card; at && at.row() < card.end_row(); at = at.following()) {
    if (heading_level(at.tag()) > 0) return at;
  }
  return {};
}

std::optional<Link> link_to(Node anchor, std::string_view relation, PageContext& context) {
  Link link;
  link.url = context.resolve(anchor.attribute("href"));
  if (!is_web_url(link.url)) return std::nullopt;
  link.canonical_url = canonical_url(link.url);
  link.relation = relation;
  return link;
}

std::string title_of(Node anchor) {
  if (const Node heading = first_heading(anchor)) {
    if (std::string text = collapse_space(heading.text()); !text.empty()) return text;
  }
  const std::vector<std::string> lines = lines_of(anchor.text());
  const auto title = std::find_if(lines.begin(), lines.end(),
                                  [](const std::string& line) { return line.size() >= least_title; });
  if (title != lines.end()) return *title;
  return lines.empty() ? std::string() : lines.front();
}

}  // namespace

bool is_relative_time(std::string_view line) {
  const std::string key = lower_ascii(trim(line));
  if (key.size() > 30) return false;
  if (key == "yesterday" || key == "just now" || key == "today") return true;
  if (!key.ends_with(" ago")) return false;
  const bool counted = key.front() >= '0' && key.front() <= '9';
  if (!counted && !key.starts_with("a ") && !key.starts_with("an ") && !key.starts_with("one ") &&
      !key.starts_with("about ") && !key.starts_with("last "))
    return false;
  static constexpr auto units = std::to_array<std::string_view>(
      {"second", "sec", "minute", "min", "hour", "hr", "day", "week", "month", "year"});
  return std::any_of(units.begin(), units.end(),
                     [&](std::string_view unit) { return key.find(unit) != std::string::npos; });
}

std::optional<Link> read_link(Node card, std::string_view relation, PageContext& context) {
  Node anchor = first_link(card);
  for (Node at = card; !anchor && at; at = at.parent()) {
    if (at.is(Tag::a) && at.has_attribute("href")) anchor = at;
  }
  if (!anchor) return std::nullopt;
  std::optional<Link> link = link_to(anchor, relation, context);
  if (!link) return std::nullopt;
  if (const Node heading = first_heading(card)) link->title = collapse_space(heading.text());
  if (link->title.empty()) link->title = title_of(anchor);
  read_lines(lines_of(card.text()), *link);
  return link;
}

std::vector<Link> read_links_after(const LinkSection& section, std::string_view relation,
                                   PageContext& context) {
  std::vector<Link> links;
  // Lines met since the last new link belong to its card.
  std::vector<std::string> lines;
  bool after = false;
  const auto close_card = [&] {
    if (!links.empty()) read_card(lines, links.back());
    lines.clear();
  };
  for (Node at = context.document().body(); at && links.size() < most_links;) {
    if (at.is_element() && (is_unseen_tag(at.tag()) || is_hidden(at))) {
      at = at.after();
      continue;
    }
    if (at.is_text() && !trim(at.data()).empty()) {
      const std::string line = collapse_space(at.data());
      if (!after) {
        after = line.size() <= longest_marker_line && section.marker.matches(line);
      } else if (matches_any(section.ends, line)) {
        break;
      } else if (!matches_any(section.ignored, line)) {
        add_lines(line, lines);
      }
    }
    if (after && at.is(Tag::a) && at.has_attribute("href")) {
      std::optional<Link> link = link_to(at, relation, context);
      const std::string title = title_of(at);
      const auto known = std::find_if(links.begin(), links.end(), [&](const Link& other) {
        return link && other.canonical_url == link->canonical_url;
      });
      if (link && known == links.end()) {
        close_card();
        link->title = title;
        links.push_back(std::move(*link));
      } else if (link && known->title.size() < least_title && title.size() > known->title.size()) {
        known->title = title;
      }
    }
    at = at.following();
  }
  close_card();
  std::erase_if(links, [](const Link& link) { return link.title.empty(); });
  return links;
}

}  // namespace pith
