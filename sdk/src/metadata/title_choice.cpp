#include "metadata/title_choice.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "metadata/title_words.hpp"
#include "pith/text.hpp"

namespace pith::metadata {
namespace {

/// What sites put between a headline and their name, longest first where one holds another.
constexpr std::array<std::string_view, 10> separators{
    " | ", " - ", " – ", " — ", " :: ", " · ", " » ", " • ", " / ", " | "};
/// A heading agrees with another title if they share this much.
constexpr double agreeing = 0.6;
/// Between a headline and the name of the site stands a section of so many words at most.
constexpr std::size_t most_section_words = 3;
constexpr std::size_t least_headline_words = 4;

/// A lone heading of a page that is no article needs at least this, for slogans have none.
constexpr double slightly_agreeing = 0.34;
/// Words of a name at the end of a title.
constexpr std::size_t max_tail_words = 6;

bool is_heading(const Metadata::Value& value) {
  return value.origin == "h1" || value.origin == "h2";
}

bool is_masthead(const Metadata::Value& value) {
  return value.origin == "h1 of the masthead";
}

/// What a page gives to others as its title.
bool is_shared(const Metadata::Value& value) {
  return value.origin == "meta og:title" || value.origin == "meta twitter:title" ||
         (value.origin.starts_with("json-ld") && value.origin.ends_with("headline"));
}

bool is_article_type(std::string_view type) {
  return type.ends_with("article") || type.ends_with("posting") || type.ends_with("report");
}

/// Whether a name could begin so: not in the midst of a sentence.
bool begins_name(std::string_view text) {
  return !text.empty() && !(text.front() >= 'a' && text.front() <= 'z');
}

/// A title without its last part if that is set apart by `separator` and short: the name of a site that says
/// it nowhere else.
std::string without_name(const std::string& title, std::string_view separator, std::size_t most_words) {
  const auto at = title.rfind(separator);
  if (at == std::string::npos) return title;
  const std::string head = title.substr(0, at);
  const std::string tail = title.substr(at + separator.size());
  const auto head_words = count_words(head);
  const auto tail_words = count_words(tail);
  const bool is_name = tail_words <= most_words && tail_words <= head_words + 3 && begins_name(tail);
  return head_words >= 2 && is_name ? head : title;
}

std::string without_unknown_site(const Metadata::Value& title) {
  for (const std::string_view bar : {" | ", " │ "}) {
    if (auto rest = without_name(title.text, bar, max_tail_words); rest != title.text) return rest;
  }
  // A dash may belong to the headline. In the title element alone it mostly does not, if it is the only one.
  if (title.origin != "title") return title.text;
  for (const std::string_view dash : {" – ", " — ", " - ", " :: ", " • "}) {
    if (title.text.find(dash) != title.text.rfind(dash)) continue;
    if (auto rest = without_name(title.text, dash, max_tail_words - 2); rest != title.text) return rest;
  }
  return title.text;
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

struct TitleChoice::Heading {
  const Metadata::Value* value = nullptr;
  double support = 0;
  bool lone = false;
};

TitleChoice::TitleChoice(const std::vector<Metadata::Value>& titles,
                         const std::vector<Metadata::Value>& site_names,
                         const std::vector<Metadata::Value>& types, std::string_view page_url)
    : titles_(titles), site_(site_names, page_url) {
  for (const auto& type : types) {
    const std::string name = lower_ascii(type.text);
    if (is_article_type(name)) article_ = true;
    if (name == "website" || name == "webpage") website_ = true;
  }
  for (const auto& title : titles_) {
    if (is_heading(title)) heading_keys_.push_back(comparison_key(title.text));
    if (is_masthead(title)) site_.add_masthead(title.text);
  }
  for (const auto& title : titles_) {
    const bool visible = is_heading(title) || is_masthead(title);
    plain_.push_back(visible ? std::string() : without_site(title.text));
    plain_keys_.push_back(comparison_key(plain_.back()));
    if (is_shared(title) && !site_.match(title.text)) shared_ = true;
  }
}

/// "Headline / Section" of what was "Headline / Section / Site".
void TitleChoice::cut_section(std::string& text, std::string_view separator) const {
  const std::size_t at = text.rfind(separator);
  if (at == std::string::npos) return;
  const std::string section = text.substr(at + separator.size());
  const bool is_short = count_words(section) <= most_section_words;
  if (!is_short || count_words(text.substr(0, at)) < least_headline_words) return;
  const std::string key = comparison_key(section);
  const bool in_heading =
      std::any_of(heading_keys_.begin(), heading_keys_.end(),
                  [&](const std::string& heading) { return heading.find(key) != std::string::npos; });
  if (!in_heading) text.resize(at);
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
          round == 0 && colon != std::string::npos && site_.match(text.substr(0, colon)))
        return text.substr(colon + 2);
      return text;
    }
    const std::string tail = text.substr(last + after.size());
    const std::string head = text.substr(0, first);
    const auto agrees = [&](const std::string& rest) {
      const std::string key = comparison_key(rest);
      return std::find(heading_keys_.begin(), heading_keys_.end(), key) != heading_keys_.end();
    };
    if (site_.match_tail(tail) || agrees(text.substr(0, last))) {
      text.resize(last);
      cut_section(text, after);
    } else if (site_.match(head) || agrees(text.substr(first + before.size()))) {
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
  const bool whole = std::any_of(plain_keys_.begin(), plain_keys_.end(), [&](const std::string& rest) {
    return rest == key || rest.starts_with(key + " - ") || rest.starts_with(key + " | ");
  });
  return whole ? best : best / 2;
}

/// Whether another source of the page's own says the whole of it, so that nothing of it is a kicker.
bool TitleChoice::is_confirmed(const Metadata::Value& chosen, const std::string& key) const {
  const bool heading = is_heading(chosen);
  if (!heading && !chosen.origin.starts_with("json-ld")) return false;
  for (std::size_t i = 0; i < titles_.size(); ++i) {
    const auto& origin = titles_[i].origin;
    const bool other =
        origin.starts_with("meta") || (heading && (origin == "title" || origin.starts_with("json-ld")));
    if (other && plain_keys_[i] == key) return true;
  }
  return false;
}

/// A heading without the site, or what else follows a bar after all that another source says.
Metadata::Value TitleChoice::without_appendix(Metadata::Value heading) const {
  if (auto shorter = without_site(heading.text); count_words(shorter) >= 2) heading.text = std::move(shorter);
  const std::string key = comparison_key(heading.text);
  for (std::size_t i = 0; i < titles_.size(); ++i) {
    const std::string& part = plain_keys_[i];
    if (part.size() * 2 <= key.size() || !key.starts_with(part) || site_.match(titles_[i].text)) continue;
    if (key.compare(part.size(), 3, " | ") == 0) return {plain_[i], heading.origin};
  }
  return heading;
}

/// "Politics | Headline" and "Headline | Opinion | Paper", where another source has "Headline" alone. In a
/// heading the kicker may stand before it in an element of its own.
Metadata::Value TitleChoice::without_kicker(Metadata::Value chosen) const {
  const bool heading = is_heading(chosen);
  if (heading) chosen = without_appendix(std::move(chosen));
  const std::string key = comparison_key(chosen.text);
  if (is_confirmed(chosen, key)) return chosen;
  for (std::size_t i = 0; i < titles_.size(); ++i) {
    const std::string& part = plain_keys_[i];
    if (part.empty() || part.size() >= key.size() || part.size() * 2 < key.size()) continue;
    if (site_.match(titles_[i].text)) continue;
    const auto rest = key.size() - part.size();
    const bool tail = key.ends_with(part) && stands_apart(key[rest - 1], key, rest);
    const bool head =
        key.starts_with(part) && !heading && stands_apart(key[part.size()], key, part.size() + 2);
    const bool line = heading && key.ends_with(part) && key[rest - 1] == ' ' && !key.starts_with("the ") &&
                      count_words(part) >= 3;
    if (tail || head || line) return {plain_[i], chosen.origin};
  }
  return chosen;
}

TitleChoice::Heading TitleChoice::best_heading() const {
  Heading best;
  std::size_t headings = 0;
  for (const auto& title : titles_) {
    if (!is_heading(title) || site_.match(title.text)) continue;
    ++headings;
    const double support = support_of(title.text);
    if (best.value && support <= best.support) continue;
    best.value = &title;
    best.support = support;
  }
  best.lone = headings == 1;
  return best;
}

bool TitleChoice::is_headline(const Heading& heading) const {
  // On a page of products or services the heading is often a slogan, and the title says what is there.
  if (website_ && !article_ && shared_) return heading.support >= 1;
  if (heading.support >= agreeing) return true;
  // The only heading of a page that reads like a headline is one, whatever the page tells others.
  const bool slogan = !article_ && shared_ && heading.support < slightly_agreeing;
  return heading.lone && !slogan && count_words(heading.value->text) >= 3;
}

Metadata::Value TitleChoice::choose() const {
  const Heading heading = best_heading();
  const auto trusted = std::find_if(titles_.begin(), titles_.end(), [&](const Metadata::Value& title) {
    return !is_heading(title) && !is_masthead(title) && !site_.match(title.text);
  });
  if (heading.value && (trusted == titles_.end() || is_headline(heading)))
    return without_kicker(*heading.value);
  if (trusted == titles_.end()) return titles_.empty() ? Metadata::Value{} : titles_.front();
  Metadata::Value chosen = without_kicker({without_site(trusted->text), trusted->origin});
  if (chosen.text == trusted->text) chosen.text = without_unknown_site(chosen);
  return chosen;
}

}  // namespace pith::metadata
