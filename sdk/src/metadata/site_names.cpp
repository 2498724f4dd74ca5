#include "metadata/site_names.hpp"

#include <algorithm>
#include <array>

#include "metadata/title_words.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith::metadata {
namespace {

/// Letters that may follow the name of the site in a part that still is its name.
constexpr std::size_t max_addition = 8;

bool holds(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// "Arch Linux Forums"
bool is_kind_of_site(std::string_view word) {
  static constexpr auto kinds = std::to_array<std::string_view>(
      {"blog", "forum", "forums", "community", "wiki", "docs", "documentation", "magazine"});
  return std::find(kinds.begin(), kinds.end(), word) != kinds.end();
}

/// "osha" of "Occupational Safety and Health Administration"
std::string initials_of(const std::vector<std::string>& words) {
  static constexpr auto small =
      std::to_array<std::string_view>({"and", "of", "the", "for", "in", "on", "u", "s"});
  std::string initials;
  for (const std::string& word : words) {
    if (std::find(small.begin(), small.end(), word) == small.end()) initials += word.front();
  }
  return initials;
}

}  // namespace

SiteNames::SiteNames(const std::vector<Metadata::Value>& names, std::string_view page_url) {
  for (const auto& name : names) names_.push_back(letters_of(comparison_key(name.text)));
  std::string host = url_host(page_url);
  if (host.starts_with("www.")) host.erase(0, 4);
  host_ = letters_of(host);
  host_label_ = host.substr(0, host.find('.'));
}

void SiteNames::add_masthead(std::string_view heading) {
  mastheads_.push_back(letters_of(comparison_key(heading)));
}

bool SiteNames::match(std::string_view text) const {
  const std::string letters = letters_of(comparison_key(text));
  if (letters.empty() || holds(names_, letters)) return true;
  if (letters.size() < 3 || host_.empty()) return false;
  if (host_.starts_with(letters)) return true;
  const std::string article = letters.starts_with("the") ? letters.substr(3) : letters;
  if (article.size() >= 3 && host_.starts_with(article)) return true;
  // "Rust Blog" of blog.rust-lang.org.
  const auto words = words_of(text);
  const auto in_host = [&](const std::string& word) { return host_.find(word) != std::string::npos; };
  const bool all_in_host =
      words.size() >= 2 && words.size() <= 4 && std::any_of(words.begin(), words.end(), in_host) &&
      std::all_of(words.begin(), words.end(),
                  [&](const std::string& word) { return in_host(word) || is_kind_of_site(word); });
  if (all_in_host || (words.size() >= 3 && initials_of(words) == host_label_)) return true;
  return std::any_of(names_.begin(), names_.end(), [&](const std::string& site) {
    return site.size() >= 4 &&
           (letters == site + "com" || letters == "the" + site || "the" + letters == site);
  });
}

bool SiteNames::match_tail(std::string_view text) const {
  if (match(text)) return true;
  const std::string letters = letters_of(comparison_key(text));
  if (holds(mastheads_, letters)) return true;
  const auto words = words_of(text);
  if (words.empty() || words.size() > 5) return false;
  const bool extended = std::any_of(names_.begin(), names_.end(), [&](const std::string& site) {
    return site.size() >= 4 && letters.starts_with(site) && letters.size() <= site.size() + max_addition;
  });
  if (extended) return true;
  return words.size() <= 3 && words.front().size() >= 6 && host_.find(words.front()) != std::string::npos;
}

}  // namespace pith::metadata
