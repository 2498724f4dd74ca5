#include "metadata/title_choice.hpp"

#include <algorithm>
#include <array>

#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith::metadata {
namespace {

/// What sites put between a headline and their name, longest first where one holds another.
constexpr std::array<std::string_view, 10> separators{
    " | ", " - ", " – ", " — ", " :: ", " · ", " » ", " • ", " / ", " | "};
/// A heading agrees with another title if they share this much.
constexpr double agreeing = 0.6;

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : lower_ascii(text)) {
    const bool keep =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (keep) letters += c;
  }
  return letters;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : comparison_key(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
    if (part) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool is_heading(const Metadata::Value& value) {
  return value.origin == "h1";
}

/// Whether the character before or after a part of a title sets it apart: a separator, perhaps with a space.
bool stands_apart(char edge, std::string_view key, std::size_t end) {
  static constexpr std::string_view marks = "|-:/>*";
  if (marks.find(edge) != std::string_view::npos) return true;
  if (edge != ' ') return false;
  // The text before `end`, without the space.
  while (end > 0 && (end > key.size() || key[end - 1] == ' ')) --end;
  return end > 0 && marks.find(key[end - 1]) != std::string_view::npos;
}

}  // namespace

double agreement(std::string_view a, std::string_view b) {
  auto first = words_of(a);
  auto second = words_of(b);
  if (first.empty() || second.empty()) return 0;
  if (first.size() > second.size()) first.swap(second);
  std::sort(second.begin(), second.end());
  const auto shared = std::count_if(first.begin(), first.end(), [&](const std::string& word) {
    return std::binary_search(second.begin(), second.end(), word);
  });
  return static_cast<double>(shared) / static_cast<double>(first.size());
}

TitleChoice::TitleChoice(const std::vector<Metadata::Value>& titles,
                         const std::vector<Metadata::Value>& site_names, std::string_view page_url)
    : titles_(titles) {
  for (const auto& name : site_names) site_keys_.push_back(letters_of(comparison_key(name.text)));
  std::string host = url_host(page_url);
  if (host.starts_with("www.")) host.erase(0, 4);
  host_letters_ = letters_of(host);
  for (const auto& title : titles_) {
    if (is_heading(title)) heading_keys_.push_back(comparison_key(title.text));
  }
  for (const auto& title : titles_)
    plain_.push_back(is_heading(title) ? std::string() : without_site(title.text));
}

/// The name of the site, or what reads like its host ("The Daily Planet" of thedailyplanet.com).
bool TitleChoice::is_site(std::string_view text) const {
  const std::string letters = letters_of(comparison_key(text));
  if (letters.empty()) return true;
  if (std::find(site_keys_.begin(), site_keys_.end(), letters) != site_keys_.end()) return true;
  if (letters.size() < 3 || host_letters_.empty()) return false;
  if (host_letters_.starts_with(letters)) return true;
  const std::string article = letters.starts_with("the") ? letters.substr(3) : letters;
  if (article.size() >= 3 && host_letters_.starts_with(article)) return true;
  // "Rust Blog" of blog.rust-lang.org.
  const auto words = words_of(text);
  const bool all_in_host = words.size() >= 2 && words.size() <= 4 &&
                           std::all_of(words.begin(), words.end(), [&](const std::string& word) {
                             return host_letters_.find(word) != std::string::npos;
                           });
  if (all_in_host) return true;
  return std::any_of(site_keys_.begin(), site_keys_.end(), [&](const std::string& site) {
    return site.size() >= 4 &&
           (letters == site + "com" || letters == "the" + site || "the" + letters == site);
  });
}

std::string TitleChoice::without_site(const std::string& title) const {
  std::string text = title;
  // Twice: "Headline | Section | Site".
  for (int round = 0; round < 3; ++round) {
    std::size_t first = std::string::npos;
    std::size_t last = std::string::npos;
    std::string_view before, after;
    for (const auto separator : separators) {
      const auto left = text.find(separator);
      const auto right = text.rfind(separator);
      if (left == std::string::npos) continue;
      if (first == std::string::npos || left < first) first = left, before = separator;
      if (last == std::string::npos || right > last) last = right, after = separator;
    }
    if (last == std::string::npos) {
      if (const auto colon = text.find(": ");
          round == 0 && colon != std::string::npos && is_site(text.substr(0, colon)))
        return text.substr(colon + 2);
      return text;
    }
    const std::string tail = text.substr(last + after.size());
    const std::string head = text.substr(0, first);
    const auto agrees = [&](const std::string& rest) {
      const std::string key = comparison_key(rest);
      return std::find(heading_keys_.begin(), heading_keys_.end(), key) != heading_keys_.end();
    };
    if (is_site(tail) || agrees(text.substr(0, last))) {
      text.resize(last);
    } else if (is_site(head) || agrees(text.substr(first + before.size()))) {
      text.erase(0, first + before.size());
    } else {
      return text;
    }
  }
  return text;
}

/// Whether a title and another without its site share most of their words.
double TitleChoice::support_of(const std::string& heading) const {
  double best = 0;
  for (const std::string& other : plain_) best = std::max(best, agreement(heading, other));
  if (count_words(heading) > 1) return best;
  // One word that is also in the headline is no agreement; it must be all of it.
  const std::string key = comparison_key(heading);
  const bool whole = std::any_of(plain_.begin(), plain_.end(), [&](const std::string& other) {
    const std::string rest = comparison_key(other);
    return rest == key || rest.starts_with(key + " - ") || rest.starts_with(key + " | ");
  });
  return whole ? best : best / 2;
}

/// "Politics | Headline" and "Headline | Opinion | Paper", where another source has "Headline" alone.
Metadata::Value TitleChoice::without_kicker(Metadata::Value chosen) const {
  const std::string key = comparison_key(chosen.text);
  for (std::size_t i = 0; i < titles_.size(); ++i) {
    if (is_heading(titles_[i]) || is_site(titles_[i].text)) continue;
    const std::string& plain = plain_[i];
    const std::string part = comparison_key(plain);
    if (part.size() >= key.size() || part.size() * 2 < key.size()) continue;
    const bool tail =
        key.ends_with(part) && stands_apart(key[key.size() - part.size() - 1], key, key.size() - part.size());
    const bool head =
        key.starts_with(part) && !is_heading(chosen) && stands_apart(key[part.size()], key, part.size() + 2);
    if (tail || head) return {plain, chosen.origin};
  }
  return chosen;
}

Metadata::Value TitleChoice::choose() const {
  const Metadata::Value* trusted = nullptr;
  const Metadata::Value* heading = nullptr;
  std::size_t headings = 0;
  double best = 0;
  for (const auto& title : titles_) {
    if (is_site(title.text)) continue;
    if (!is_heading(title)) {
      if (!trusted) trusted = &title;
      continue;
    }
    ++headings;
    const double support = support_of(title.text);
    if (heading && support <= best) continue;
    heading = &title;
    best = support;
  }
  // The only heading of a page that reads like a headline is one, whatever the page tells others.
  const bool lone = heading && headings == 1 && count_words(heading->text) >= 3;
  if (heading && (best >= agreeing || lone || !trusted)) return without_kicker(*heading);
  if (trusted) return without_kicker({without_site(trusted->text), trusted->origin});
  return titles_.empty() ? Metadata::Value{} : titles_.front();
}

}  // namespace pith::metadata
