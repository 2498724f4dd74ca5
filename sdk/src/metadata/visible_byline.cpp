#include "metadata/visible_byline.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "date_time/date_words.hpp"
#include "metadata/headline_lines.hpp"
#include "pith/text.hpp"
#include "text/byline_words.hpp"

namespace pith::metadata {
namespace {

constexpr std::size_t most_name_words = 4;

/// What ends a name in a line: a bar, a bullet, a dash with spaces.
constexpr auto name_ends = std::to_array<std::string_view>(
    {" | ", " • ", " · ", "・", " – ", " — ", " - ", " ● ", " ⋅ ", " in ", " on ", " at ", " for ",
     " published", " updated", " posted", " last ", "\n"});

/// Where the name ends that `lower` begins with.
std::size_t name_end(std::string_view lower) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view end : name_ends) first = std::min(first, lower.find(end));
  return first;
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool is_capital(std::string_view word) {
  const char c = word.front();
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// "Ann Lee", "Jan van der Berg": by its shape a person's name, or a nickname of one word.
bool is_shaped_like_name(std::string_view text) {
  const auto words = split_trimmed(text, ' ');
  if (words.empty() || words.size() > most_name_words) return false;
  if (text.find_first_of("0123456789@:?!\"()") != std::string_view::npos) return false;
  // "AFP" is an agency, not a person.
  const bool all_capitals =
      words.size() == 1 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return !all_capitals && is_capital(words.front()) && is_capital(words.back());
}

/// "Ann Lee, Dec" and "Ann Lee Monday," before the number of a date.
std::string_view without_month(std::string_view text) {
  const std::size_t space = text.find_last_of(" ,");
  const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
  std::string word = comparison_key(text.substr(begin));
  while (word.ends_with('.')) word.pop_back();
  return month_named(word) == 0 ? text : trim(text.substr(0, begin));
}

/// "2025年06月03日 来源：港口日报 作者：李明 责任编辑：王芳": the name behind its label.
std::string_view labelled_name(std::string_view text) {
  for (const std::string_view label : {"作者：", "作者:", "记者：", "記者："}) {
    const std::size_t at = text.find(label);
    // "图文作者", "本文作者" are other words.
    if (at == std::string_view::npos || (at > 0 && text[at - 1] != ' ')) continue;
    text = trim(text.substr(at + label.size()));
    return text.substr(0, text.find(' '));
  }
  return {};
}

/// The part of a line that follows its "by", up to what is no name; empty if there is none.
std::string_view names_in(std::string_view text) {
  std::size_t at = byline_prefix_length(text);
  if (at == 0 && has_digit(text)) {
    // "Published March 3, 2025 by Ann Lee"
    const std::size_t by = lower_ascii(text).rfind(" by ");
    if (by != std::string::npos && has_digit(text.substr(0, by))) at = by + 4;
  }
  if (at == 0) return labelled_name(text);
  text.remove_prefix(at);
  const std::size_t end = name_end(lower_ascii(text) + " ");
  const std::size_t digit = text.find_first_of("0123456789");
  return without_month(trim(text.substr(0, std::min(end, digit))));
}

bool add_names(std::string_view text, Candidates& candidates) {
  auto names = split_names(text);
  std::erase_if(names, is_agency);
  if (names.empty() || !std::all_of(names.begin(), names.end(), is_shaped_like_name)) return false;
  for (const auto& name : names)
    candidates.add_clean(Field::author, trust_visible, name, "line below the headline");
  return true;
}

/// "By" or "Written by" alone: the name is in the next line.
bool announces_name(std::string_view text) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"by", "written by", "posted by", "author", "authors", "words by", "von", "par", "por", "di", "autor",
       "by:", "written by:", "author:", "autor:", "words:", "text:"});
  const std::string lower = lower_ascii(text);
  return std::find(words.begin(), words.end(), lower) != words.end();
}

}  // namespace

void read_visible_byline(Node headline, Candidates& candidates) {
  bool announced = false;
  for (const HeadlineLine& line : lines_below(headline)) {
    if (line.heading && !announced) continue;
    const std::string_view named = announced ? std::string_view(line.text) : names_in(line.text);
    if (!named.empty() && add_names(named, candidates)) return;
    bool linked = false;
    for (const std::string& name : line.linked_names)
      linked = (is_shaped_like_name(name) && add_names(name, candidates)) || linked;
    if (linked) return;
    announced = announces_name(line.text);
  }
}

}  // namespace pith::metadata
