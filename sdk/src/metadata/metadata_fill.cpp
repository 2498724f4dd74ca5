#include <algorithm>
#include <charconv>

#include "metadata/metadata_impl.hpp"
#include "metadata/title_choice.hpp"
#include "pith/language_tag.hpp"
#include "pith/metadata.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"
#include "text/byline_words.hpp"

namespace pith {
namespace {

using Values = std::vector<Metadata::Value>;

constexpr int first_year = 1970;
constexpr std::size_t max_authors = 20;
constexpr std::size_t max_name_words = 6;

/// Fills what is empty and tells where it came from.
class Filler {
 public:
  explicit Filler(Article& article) : article_(article) {}

  void fill(std::string& field, const char* name, const Metadata::Value& value) {
    if (!field.empty() || value.text.empty()) return;
    field = value.text;
    article_.origins[name] = value.origin;
  }

  void fill_first(std::string& field, const char* name, const Values& values) {
    if (!values.empty()) fill(field, name, values.front());
  }

  void fill_date(std::optional<DateTime>& field, const char* name, const Values& values) {
    for (const auto& value : values) {
      if (field) return;
      auto date = parse_date(value.text);
      if (!date || date->year < first_year) continue;
      field = std::move(date);
      article_.origins[name] = value.origin;
    }
  }

 private:
  Article& article_;
};

/// A name that is a person's as far as its shape goes.
bool is_name(std::string_view text) {
  if (text.size() < 2 || text.find("://") != std::string_view::npos || text.find("www.") == 0) return false;
  if (text.front() == '@' || text.front() == '(') return false;
  return count_words(text) <= max_name_words || static_cast<unsigned char>(text.front()) >= 0x80;
}

/// "newsdesk3", "ann.lee", "ann-lee": the sign of an account, where a name may stand elsewhere.
bool is_account(std::string_view text) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '@';
  };
  return std::all_of(text.begin(), text.end(), is_plain) &&
         text.find_first_of("0123456789.-_@") != std::string_view::npos;
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : lower_ascii(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += c;
  }
  return letters;
}

/// Whether a name is that of the site: as it calls itself, or as its host does ("Harbour Post" of
/// www.harbourpost.example).
bool is_site(std::string_view name, const Values& site_names, std::string_view host) {
  const std::string key = comparison_key(name);
  for (const auto& site : site_names) {
    if (comparison_key(site.text) == key) return true;
  }
  if (host.starts_with("www.")) host.remove_prefix(4);
  const std::string letters = letters_of(name);
  const std::string_view label = host.substr(0, host.find('.'));
  return letters.size() >= 4 && (letters == letters_of(label) || letters == letters_of(host));
}

/// An agency or a desk that a source names beside people is none of them. A source that names nobody else
/// is believed: what others name then are people in the text.
void drop_groups(std::vector<std::string>& names) {
  const auto is_group = [](const std::string& name) { return is_agency(name) || is_desk(name); };
  if (!std::all_of(names.begin(), names.end(), is_group)) std::erase_if(names, is_group);
}

/// The names of the most trusted source that has any.
void fill_authors(const Values& authors, const Values& site_names, const std::string& host,
                  Article& article) {
  if (!article.authors.empty()) return;
  for (const bool people_only : {true, false}) {
    for (const auto& author : authors) {
      if (!is_name(author.text) || is_nobody(author.text)) continue;
      if (people_only && (is_site(author.text, site_names, host) || is_account(author.text))) continue;
      const auto origin = article.origins.find("authors");
      if (!article.authors.empty() && origin->second != author.origin) break;
      if (article.authors.size() < max_authors) article.authors.push_back(author.text);
      article.origins["authors"] = author.origin;
    }
    drop_groups(article.authors);
    if (!article.authors.empty()) return;
  }
}

std::optional<int> number_in(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) return {};
  return value;
}

/// The day that an address names in its path, as blogs and newspapers do: "/2025/08/01/", "/2025-08-01/".
std::string date_in_path(std::string_view url) {
  const std::vector<std::string> parts = split_trimmed(url_path(url), '/');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].size() == 10 && parts[i][4] == '-' && parts[i][7] == '-') return parts[i];
    const bool day = i + 2 < parts.size() && parts[i].size() == 4 && number_in(parts[i], first_year, 2100) &&
                     number_in(parts[i + 1], 1, 12) && number_in(parts[i + 2], 1, 31);
    if (!day) continue;
    const auto two = [](const std::string& digits) { return digits.size() == 1 ? "0" + digits : digits; };
    return parts[i] + "-" + two(parts[i + 1]) + "-" + two(parts[i + 2]);
  }
  return {};
}

/// An address that leads to the site's first page is none of an article.
bool is_credible_canonical(const std::string& canonical, const std::string& page_url) {
  if (!is_web_url(canonical)) return false;
  if (page_url.empty()) return true;
  return url_path(canonical) != "/" || url_path(page_url) == "/";
}

}  // namespace

void Metadata::fill(Article& article) const {
  Filler filler(article);
  const std::string& page_url = impl_->page_url;
  if (article.title.empty()) {
    Values sites = site_names;
    if (!article.site_name.empty()) sites.push_back({article.site_name, "site"});
    filler.fill(article.title, "title", metadata::TitleChoice(titles, sites, types, page_url).choose());
  }
  fill_authors(authors, site_names, url_host(page_url), article);
  filler.fill_date(article.published, "published", published);
  filler.fill_date(article.published, "published", {{date_in_path(page_url), "url"}});
  filler.fill_date(article.modified, "modified", modified);
  filler.fill_first(article.summary, "summary", descriptions);
  filler.fill_first(article.site_name, "site_name", site_names);
  filler.fill_first(article.section, "section", sections);
  filler.fill_first(article.licence, "licence", licences);
  for (const auto& value : languages)
    filler.fill(article.language, "language", {language_tag(value.text), value.origin});

  if (is_web_url(page_url)) filler.fill(article.url, "url", {page_url, "page"});
  for (const auto& value : canonical_urls) {
    if (is_credible_canonical(value.text, page_url))
      filler.fill(article.canonical_url, "canonical_url", value);
  }
  filler.fill(article.canonical_url, "canonical_url", {canonical_url(article.url), "url"});

  if (article.topics.empty() && !topics.empty()) {
    for (const auto& topic : topics) {
      if (topic.origin == topics.front().origin) article.topics.push_back(topic.text);
    }
    article.origins["topics"] = topics.front().origin;
  }
  if (!article.image && !images.empty()) {
    article.image = Image{images.front().text, "", 0, 0};
    for (const auto& sized : impl_->sized_images) {
      if (sized.url == article.image->url && sized.width > 0) article.image = sized;
    }
    article.origins["image"] = images.front().origin;
  }
  if (!article.is_accessible_for_free && is_accessible_for_free) {
    article.is_accessible_for_free = is_accessible_for_free;
    article.origins["is_accessible_for_free"] = "json-ld";
  }
}

}  // namespace pith
