#include "metadata/visible_dates.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "metadata/beside_article.hpp"
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

/// Words of a line that tells of a change; ASCII letters in lower case.
constexpr auto change_words = std::to_array<std::string_view>(
    {"updat", "modif", "edited", "revis", "reviewed", "aktualisiert", "mis à jour", "actualiz", "aggiornat",
     "atualizad", "bijgewerkt", "gewijzigd", "обновлен", "更新", "修订"});

/// How a line begins that tells of the publication or, wherever it stands, of a change of the page.
constexpr auto publication_words = std::to_array<std::string_view>(
    {"publish", "posted", "last updated", "last modified", "last reviewed", "date published",
     "veröffentlicht", "erschienen", "erstellt", "gespeichert", "publié", "publicado", "pubblicato",
     "gepubliceerd", "опубликован", "发布", "發布"});

bool has_year(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const std::string_view start = text.substr(i, 2);
    if ((start == "19" || start == "20") && is_digit(text[i + 2]) && is_digit(text[i + 3])) return true;
  }
  return false;
}

bool tells_of_change(const std::string& line) {
  const std::string lower = lower_ascii(line);
  return std::any_of(change_words.begin(), change_words.end(),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// Whether a line begins with a word that says what the date is: elsewhere than near the headline it must.
bool is_labelled(const std::string& line) {
  const std::string lower = lower_ascii(line);
  return std::any_of(publication_words.begin(), publication_words.end(),
                     [&](std::string_view word) { return lower.starts_with(word); });
}

bool is_passed_over(Node node, Node headline) {
  const Tag tag = node.tag();
  return is_beside_article(node, headline) || tag == Tag::nav || tag == Tag::footer || tag == Tag::aside ||
         tag == Tag::script || tag == Tag::style || tag == Tag::form || tag == Tag::blockquote ||
         tag == Tag::svg;
}

/// The text with what stands around it in small elements: "Updated" and the date are often apart. The
/// headline is no part of it.
std::string line_around(Node text, Node headline) {
  std::string line = clean_value(text.data());
  Node up = text.parent();
  for (int level = 0; level < line_levels && up.is_element(); ++level, up = up.parent()) {
    const bool around_headline = up.row() <= headline.row() && headline.row() < up.end_row();
    if (around_headline || up.end_row() - up.row() > line_rows) break;
    std::string wider = clean_value(up.text());
    if (wider.size() > most_line || count_words(wider) > most_words) break;
    line = std::move(wider);
  }
  return line;
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
        const std::optional<DateTime> date = parse_date(line);
        if (date && date->year >= first_year && count_words(line) <= most_words) {
          ++found;
          const int trust = at.row() > headline.row() ? trust_weak - 1 : trust_weak + 1;
          candidates.add(tells_of_change(line) ? Field::modified : Field::published, trust, line,
                         "date near the headline");
        }
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
    if (!is_labelled(line)) continue;
    const std::optional<DateTime> date = parse_date(line);
    if (!date || date->year < first_year) continue;
    candidates.add(tells_of_change(line) ? Field::modified : Field::published, trust_last, line,
                   "labelled date");
    return;
  }
}

}  // namespace pith::metadata
