#include "metadata/visible_dates.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "metadata/beside_article.hpp"
#include "metadata/dated_line.hpp"
#include "pith/date_time.hpp"
#include "pith/text.hpp"

namespace pith::metadata {
namespace {

/// Rows above and below the headline that are looked at ...
constexpr std::uint32_t reach_above = 30;
constexpr std::uint32_t reach_below = 250;
/// ... and bytes of text below it: then the article has begun, and the dates in it are of something else.
constexpr std::size_t most_text = 1200;
constexpr std::size_t most_line = 110;
constexpr std::size_t most_words = 14;
/// Elements around a text that still make one line with it.
constexpr int line_levels = 3;
constexpr std::uint32_t line_rows = 14;
constexpr int first_year = 1990;
constexpr int most_found = 4;

bool has_year(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const std::string_view start = text.substr(i, 2);
    if ((start == "19" || start == "20") && is_digit(text[i + 2]) && is_digit(text[i + 3])) return true;
  }
  return false;
}

bool is_passed_over(Node node, Node headline) {
  const Tag tag = node.tag();
  return is_beside_article(node, headline) || tag == Tag::nav || tag == Tag::footer || tag == Tag::aside ||
         tag == Tag::script || tag == Tag::style || tag == Tag::form || tag == Tag::blockquote ||
         tag == Tag::svg;
}

bool has_more_dates(const std::string& line, const std::string& part) {
  const std::size_t dates = dated_parts(part).size();
  return dates > 0 && dated_parts(line).size() > dates;
}

/// The text with what stands around it in small elements: "Updated" and the date are often apart. The
/// headline is no part of it, nor is another date beside one that a label goes with.
std::string line_around(Node text, Node headline) {
  std::string line = clean_text(text.data());
  Node up = text.parent();
  for (int level = 0; level < line_levels && up.is_element(); ++level, up = up.parent()) {
    const bool around_headline = up.row() <= headline.row() && headline.row() < up.end_row();
    if (around_headline || up.end_row() - up.row() > line_rows) break;
    std::string wider = clean_text(up.text());
    if (wider.size() > most_line || count_words(wider) > most_words) break;
    if (is_labelled(line) && has_more_dates(wider, line)) break;
    line = std::move(wider);
  }
  return line;
}

/// Adds the dates of a line that has few other words.
bool add_parts(const std::string& line, int trust, const char* origin, Candidates& candidates) {
  const std::vector<DatedPart> parts = dated_parts(line);
  if (count_words(line) > most_words * parts.size()) return false;
  bool added = false;
  for (const DatedPart& part : parts) {
    const std::optional<DateTime> date = parse_date(part.text);
    if (!date || date->year < first_year) continue;
    candidates.add(part.change ? Field::modified : Field::published, trust, part.text, origin);
    added = true;
  }
  return added;
}

}  // namespace

void add_visible_dates(Node headline, const Document& document, Candidates& candidates) {
  const std::uint32_t first = headline.row() - std::min(headline.row(), reach_above);
  const std::uint32_t last = headline.end_row() + reach_below;
  std::size_t below = 0;
  int found = 0;
  for (Node at = document.at(first); at && at.row() < last && below < most_text && found < most_found;) {
    const bool passed_over = at == headline || is_passed_over(at, headline);
    if (!passed_over && at.is_text()) {
      const std::string_view text = at.data();
      if (at.row() > headline.row()) below += text.size();
      if (text.size() <= most_line && has_year(text)) {
        const std::string line = line_around(at, headline);
        const int trust = at.row() > headline.row() ? trust_weak - 1 : trust_weak + 1;
        if (add_parts(line, trust, "date near the headline", candidates)) ++found;
      }
    }
    at = passed_over ? at.after() : at.following();
  }
}

void add_labelled_date(Node headline, Candidates& candidates) {
  for (Node at = headline.after(); at; at = at.following()) {
    while (at && (at.is(Tag::script) || at.is(Tag::style) || at.is(Tag::aside) || at.is(Tag::nav) ||
                  is_beside_article(at, headline)))
      at = at.after();
    if (!at) return;
    if (!at.is_text() || at.data().size() > most_line || !has_year(at.data())) continue;
    const std::string line = line_around(at, headline);
    if (begins_with_label(line) && add_parts(line, trust_last, "labelled date", candidates)) return;
  }
}

}  // namespace pith::metadata
