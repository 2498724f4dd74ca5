#include "metadata/candidate.hpp"

#include <algorithm>
#include <utility>

#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith::metadata {
namespace {

/// Values of one field that are kept; a page that says more says nothing.
constexpr std::size_t max_values = 64;
/// An article body is long; everything else that is longer than this is not a value.
constexpr std::size_t max_bytes = 4'096;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Paragraphs of a body stay on lines of their own.
std::string clean_lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const std::string line = clean_value(text.substr(at, end - at));
    if (!line.empty()) out += (out.empty() ? "" : "\n") + line;
    at = end + 1;
  }
  return out;
}

/// Whether a tag ("<b", "</em", "<a href=...") stands within words: it leaves no space behind.
bool is_within_words(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  const std::string name = lower_ascii(tag.substr(0, tag.find_first_of(" \t\r\n/")));
  for (const std::string_view inline_name : {"a", "b", "i", "em", "strong", "span", "sup", "sub", "u", "q",
                                             "abbr", "mark", "small", "cite", "font", "code"}) {
    if (name == inline_name) return true;
  }
  return false;
}

/// Takes out what is between '<' and '>' where it looks like a tag: "5 < 6" stays as it is.
std::string without_tags(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool opens =
        text[i] == '<' && i + 1 < text.size() && (is_letter(text[i + 1]) || text[i + 1] == '/');
    const auto end = opens ? text.find('>', i) : std::string_view::npos;
    if (opens && end == std::string_view::npos) {
      out.append(text.substr(i));
      break;
    }
    if (opens) {
      if (!is_within_words(text.substr(i, end - i))) out += ' ';
      i = end;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Signs of icon fonts stand in the private use area (U+E000 to U+F8FF) and mean nothing as text.
std::string without_icons(std::string text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const auto second = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    const bool icon = lead == 0xEE || (lead == 0xEF && second >= 0x80 && second <= 0xA3);
    if (icon && i + 2 < text.size()) {
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Templates escape twice often enough: "&amp;#8217;".
std::string decoded(std::string_view text) {
  std::string value(text);
  for (int round = 0; round < 2 && value.find('&') != std::string::npos; ++round)
    value = decode_entities(value);
  return value;
}

std::string readable(std::string value) {
  if (value.find('\xEE') != std::string::npos || value.find('\xEF') != std::string::npos)
    value = without_icons(std::move(value));
  return collapse_space(value);
}

}  // namespace

std::string clean_value(std::string_view text) {
  const std::string value = decoded(text);
  return value.find('<') == std::string::npos ? readable(value) : readable(without_tags(value));
}

std::string clean_text(std::string_view text) {
  return readable(decoded(text));
}

std::string absolute_url(std::string_view base, std::string_view reference) {
  if (trim(reference).empty()) return {};
  if (!base.empty()) return resolve_url(base, reference);
  return is_web_url(trim(reference)) ? std::string(trim(reference)) : std::string();
}

void Candidates::add(Field field, int trust, std::string_view text, std::string origin) {
  if (text.empty()) return;
  if (field == Field::article_body || field == Field::part_body)
    return add_clean(field, trust, clean_lines(text), std::move(origin));
  if (text.size() > max_bytes) return;
  add_clean(field, trust, clean_value(text), std::move(origin));
}

void Candidates::add_text(Field field, int trust, std::string_view text, std::string origin) {
  if (text.size() <= max_bytes) add_clean(field, trust, clean_text(text), std::move(origin));
}

void Candidates::add_clean(Field field, int trust, std::string text, std::string origin) {
  auto& entries = fields_[static_cast<std::size_t>(field)];
  if (text.empty() || entries.size() >= max_values) return;
  entries.push_back({trust, {std::move(text), std::move(origin)}});
}

void Candidates::add_names(int trust, std::string_view byline, const std::string& origin) {
  if (byline.size() > max_bytes) return;
  for (auto& name : split_names(clean_value(byline))) {
    // "Ann Lee (al)": the sign of a news desk.
    if (const auto open = name.rfind(" ("); open != std::string::npos && open > 0 && name.ends_with(')'))
      name.resize(open);
    add_clean(Field::author, trust, std::move(name), origin);
  }
}

std::vector<Metadata::Value> Candidates::take(Field field) {
  auto& entries = fields_[static_cast<std::size_t>(field)];
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.trust < b.trust; });
  std::vector<Metadata::Value> values;
  values.reserve(entries.size());
  for (auto& entry : entries) values.push_back(std::move(entry.value));
  entries.clear();
  return values;
}

}  // namespace pith::metadata
