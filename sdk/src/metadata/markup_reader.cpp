#include "metadata/markup_reader.hpp"

#include <cstring>

#include <algorithm>

#include "metadata/beside_article.hpp"
#include "metadata/dated_line.hpp"
#include "metadata/heading_text.hpp"
#include "metadata/meta_rules.hpp"
#include "metadata/visible_byline.hpp"
#include "metadata/visible_dates.hpp"
#include "pith/names.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace pith::metadata {
namespace {

constexpr std::size_t max_headings = 8;
/// Of an h2 that is the headline.
constexpr std::size_t least_headline_words = 3;
constexpr std::size_t max_times = 64;
constexpr std::size_t max_metas = 512;
/// Rows between a headline and its date.
constexpr std::uint32_t headline_reach = 250;
constexpr int max_byline_parts = 16;
constexpr std::size_t max_byline_bytes = 160;

bool has_word(std::string_view list, std::string_view word) {
  std::size_t at = 0;
  while ((at = list.find(word, at)) != std::string_view::npos) {
    const auto end = at + word.size();
    const bool starts = at == 0 || list[at - 1] == ' ';
    if (starts && (end == list.size() || list[end] == ' ')) return true;
    at = end;
  }
  return false;
}

bool is_article_type(std::string_view type) {
  for (const std::string_view name :
       {"Article", "BlogPosting", "Posting", "Report", "Review", "Recipe", "CreativeWork", "VideoObject"}) {
    if (type.ends_with(name)) return true;
  }
  return false;
}

/// As std::string_view::find, which goes from one first letter to the next and is slow on whole pages.
bool holds(std::string_view text, std::string_view words) {
  return memmem(text.data(), text.size(), words.data(), words.size()) != nullptr;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool within(Node node, std::initializer_list<Tag> tags) {
  for (; node; node = node.parent()) {
    if (std::find(tags.begin(), tags.end(), node.tag()) != tags.end()) return true;
  }
  return false;
}

bool is_letter_or_digit(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

/// The heading of the whole site: a link to its first page, or part of what stands on every page.
bool stands_in_masthead(Node heading, const std::string& base) {
  if (within(heading.parent(), {Tag::nav, Tag::footer, Tag::aside, Tag::dialog})) return true;
  Node link;
  for (Node node = heading.parent(); node && !link; node = node.parent()) {
    if (node.is(Tag::a)) link = node;
  }
  const auto end = heading.end_row();
  for (Node node = heading.following(); node && !link && node.row() < end; node = node.following()) {
    if (node.is(Tag::a)) link = node;
  }
  if (!link) return false;
  const std::string target = absolute_url(base, link.attribute("href"));
  return !target.empty() && url_path(target) == "/" && url_path(base) != "/";
}

std::string_view property_name(Node node) {
  const auto name = node.attribute("itemprop");
  return name.empty() ? node.attribute("property") : name;
}

/// Microdata, section 5.2.4 of the HTML standard: which attribute holds the value of a property.
std::string property_text(Node node) {
  if (node.has_attribute("content")) return std::string(node.attribute("content"));
  if (node.is(Tag::time) && node.has_attribute("datetime")) return std::string(node.attribute("datetime"));
  if (node.is(Tag::img)) return std::string(node.attribute("src"));
  if (node.is(Tag::link)) return std::string(node.attribute("href"));
  return node.text();
}

}  // namespace

MarkupReader::MarkupReader(const Document& document, std::string_view page_url, Candidates& candidates)
    : base(page_url),
      document_(document),
      candidates_(candidates),
      has_properties_(holds(document.utf8(), "itemprop") || holds(document.utf8(), "typeof=")) {}

void MarkupReader::read() {
  for (Node node = document_.root(); node; node = node.following()) {
    if (node.is_element()) read_element(node);
  }
  find_headline();
  add_headings();
  if (title_) candidates_.add_text(Field::title, trust_weak, title_.text_content(), "title");
  add_times();
  add_byline();
  add_labelled_author();
  if (const Node top = headline_) {
    add_visible_dates(top, document_, candidates_);
    if (!candidates_.has(Field::published) && !candidates_.has(Field::modified))
      add_labelled_date(top, candidates_);
    read_visible_byline(top, candidates_);
  }
}

void MarkupReader::read_element(Node node) {
  switch (node.tag()) {
    case Tag::html:
      candidates_.add(Field::language, trust_json_ld - 1, node.attribute("lang"), "html lang");
      candidates_.add(Field::language, trust_json_ld - 1, node.attribute("xml:lang"), "html xml:lang");
      break;
    case Tag::base:
      if (node.has_attribute("href") && !base.empty()) {
        auto resolved = absolute_url(base, node.attribute("href"));
        if (is_web_url(resolved)) base = std::move(resolved);
      }
      break;
    case Tag::meta:
      read_meta(node);
      break;
    case Tag::link:
    case Tag::a:
      if (node.has_attribute("rel")) read_link(node);
      break;
    case Tag::title:
      // The title of an svg picture is not the page's.
      if (!title_ && !within(node.parent(), {Tag::svg, Tag::body})) title_ = node;
      break;
    case Tag::script:
      if (lower_ascii(node.attribute("type")).find("ld+json") != std::string::npos)
        json_ld.push_back(node.raw_text());
      break;
    case Tag::h1:
      if (headings_.size() < max_headings) headings_.push_back(node);
      break;
    case Tag::h2:
      if (second_headings_.size() < max_headings) second_headings_.push_back(node);
      break;
    case Tag::time:
      if (times_.size() < max_times) times_.push_back({node, node.has_attribute("pubdate")});
      break;
    default:
      break;
  }
  if (has_properties_) read_property(node);
}

void MarkupReader::add_url(Field field, int trust, std::string_view reference, std::string origin) {
  std::string url = absolute_url(base, reference);
  if (is_web_url(url)) candidates_.add_clean(field, trust, std::move(url), std::move(origin));
}

void MarkupReader::read_meta(Node node) {
  const auto content = node.attribute("content");
  if (content.empty()) return;
  const auto property = node.attribute("property");
  const auto name = node.attribute("name");
  if (!property.empty()) add_meta(meta_key(property), content);
  if (!name.empty() && name != property) add_meta(meta_key(name), content);
  if (property.empty() && name.empty()) {
    if (const auto directive = node.attribute("http-equiv"); !directive.empty())
      add_meta(meta_key(directive), content);
  }
}

void MarkupReader::add_meta(std::string key, std::string_view content) {
  if (metas.size() >= max_metas) return;
  if (key == "og:image:width" || key == "og:image:height") {
    int size = 0;
    for (const char c : trim(content)) {
      if (c < '0' || c > '9' || size > 100'000) break;
      size = size * 10 + (c - '0');
    }
    if (!sized_images.empty())
      (key.ends_with("width") ? sized_images.back().width : sized_images.back().height) = size;
  }
  if (const MetaRule* rule = meta_rule(key)) {
    std::string origin = "meta " + key;
    if (rule->field == Field::author) {
      // Each of these elements names one person, in catalogues with the family first.
      const bool one = key == "citation_author" || key.ends_with(".creator");
      candidates_.add_names(rule->trust, one ? name_in_order(clean_value(content)) : content, origin);
    } else if (rule->field == Field::image || rule->field == Field::canonical) {
      add_url(rule->field, rule->trust, content, std::move(origin));
      if (key == "og:image") sized_images.push_back({absolute_url(base, content), "", 0, 0});
    } else if (rule->list) {
      for (const auto& item : split_trimmed(content, ','))
        candidates_.add(rule->field, rule->trust, item, origin);
    } else {
      candidates_.add(rule->field, rule->trust, content, std::move(origin));
    }
  }
  metas.emplace_back(std::move(key), std::string(content));
}

void MarkupReader::read_link(Node node) {
  const std::string rel = lower_ascii(node.attribute("rel"));
  if (rel == "nofollow" || rel.starts_with("noopener") || rel == "stylesheet" || rel == "preload") return;
  const auto href = node.attribute("href");
  if (node.is(Tag::link)) {
    if (has_word(rel, "canonical")) add_url(Field::canonical, trust_json_ld, href, "link rel=canonical");
    if (has_word(rel, "image_src")) add_url(Field::image, trust_plain_meta, href, "link rel=image_src");
  } else if (has_word(rel, "author")) {
    candidates_.add_names(trust_markup, node.text(), "a rel=author");
  }
  if (has_word(rel, "license")) add_url(Field::licence, trust_markup, href, "rel=license");
}

void MarkupReader::read_property(Node node) {
  while (!scopes_.empty() && node.row() >= scopes_.back().end) scopes_.pop_back();
  const auto name = property_name(node);
  auto type = node.attribute("itemtype");
  if (type.empty()) type = node.attribute("typeof");
  const bool opens = !type.empty() || node.has_attribute("itemscope");
  Field field = Field::count_;
  if (!name.empty() && !scopes_.empty()) {
    const Scope& scope = scopes_.back();
    if (is_article_type(scope.type)) {
      field = field_of_property(name);
      if (field != Field::count_ && !opens) read_property_value(node, field, name);
    } else if (name == "name" || name.ends_with(":name")) {
      if (scope.role == Field::author)
        candidates_.add_names(trust_microdata + (scope.type.ends_with("Organization") ? trust_last : 0),
                              property_text(node), "microdata author");
      if (scope.role == Field::site_name)
        candidates_.add(Field::site_name, trust_microdata, property_text(node), "microdata publisher");
    } else if (scope.role == Field::image && (name == "url" || name == "contentUrl")) {
      const auto value =
          node.has_attribute("href") ? std::string(node.attribute("href")) : property_text(node);
      add_url(Field::image, trust_microdata, value, "microdata image");
    }
  } else if (!name.empty() && node.is(Tag::meta)) {
    // Of the page as a whole, for it stands in no item.
    const Field of_page = field_of_property(name);
    if (of_page == Field::author || of_page == Field::published || of_page == Field::modified)
      read_property_value(node, of_page, name);
  }
  if (opens && node.end_row() > node.row() + 1) scopes_.push_back({node.end_row(), std::string(type), field});
}

void MarkupReader::read_property_value(Node node, Field field, std::string_view name) {
  std::string origin = "microdata " + std::string(name);
  const std::string value = property_text(node);
  if (field == Field::author) {
    candidates_.add_names(trust_microdata, value, origin);
  } else if (field == Field::image) {
    add_url(field, trust_microdata, value, std::move(origin));
  } else if (field == Field::topic) {
    for (const auto& item : split_trimmed(value, ',')) candidates_.add(field, trust_microdata, item, origin);
  } else if (field == Field::title && !node.has_attribute("content")) {
    candidates_.add_text(field, trust_microdata, value, std::move(origin));
  } else {
    candidates_.add(field, trust_microdata, value, std::move(origin));
  }
}

void MarkupReader::find_headline() {
  if (title_) title_key_ = comparison_key(title_.text_content());
  titled_second_heading_ = find_titled_second_heading();
  const auto first = std::find_if(headings_.begin(), headings_.end(),
                                  [this](Node heading) { return !is_masthead(heading); });
  if (first != headings_.end()) {
    headline_ = *first;
  } else if (titled_second_heading_) {
    headline_ = titled_second_heading_;
  } else if (headings_.empty() && !second_headings_.empty()) {
    headline_ = second_headings_.front();
  }
}

void MarkupReader::add_headings() {
  for (const Node heading : headings_) {
    const bool masthead = is_masthead(heading);
    candidates_.add_text(Field::title, masthead ? trust_last : trust_markup, heading_text(heading),
                         masthead ? "h1 of the masthead" : "h1");
  }
  if (headline_.is(Tag::h2) && headline_ == titled_second_heading_)
    candidates_.add_text(Field::title, trust_markup, heading_text(headline_), "h2");
}

/// Forums, too: the title element is "Headline - Site", the h1 is the site and an h2 the headline.
bool MarkupReader::is_masthead(Node heading) const {
  if (stands_in_masthead(heading, base)) return true;
  if (!titled_second_heading_) return false;
  const std::string key = comparison_key(heading_text(heading));
  if (key.empty() || key.size() >= title_key_.size() || !title_key_.ends_with(key)) return false;
  return !is_letter_or_digit(title_key_[title_key_.size() - key.size() - 1]);
}

/// The h2 that the title element begins with. Themes keep the h1 for the name of the site.
Node MarkupReader::find_titled_second_heading() const {
  for (const Node heading : second_headings_) {
    const std::string key = comparison_key(heading_text(heading));
    if (count_words(key) >= least_headline_words && title_key_.starts_with(key)) return heading;
  }
  return {};
}

/// Where nothing is marked up, the names of classes near the headline tell who wrote and when.
void MarkupReader::add_byline() {
  const Node top = headline_;
  if (!top) return;
  const auto first = top.row() - std::min(top.row(), headline_reach / 4);
  const auto last = top.end_row() + headline_reach;
  int read = 0;
  for (Node node = document_.at(first); node && node.row() < last && read < max_byline_parts;
       node = node.following()) {
    if (!node.is_element() || node.is(Tag::time)) continue;
    const auto classes = node.attribute("class");
    if (classes.empty() || classes.size() > 400) continue;
    const std::string marks = lower_ascii(classes);
    const bool names = has_any(marks, {"byline", "author", "autor", "writer"});
    const bool dates = has_any(marks, {"date", "publish", "posted", "timestamp"});
    if (!names && !dates) continue;
    if (within(node, {Tag::nav, Tag::footer, Tag::aside}) || stands_beside_article(node, top)) continue;
    const std::string text = clean_text(node.text());
    if (text.empty() || text.size() > max_byline_bytes) continue;
    ++read;
    // Of a line with several dates the parts are read one by one (add_visible_dates).
    if (const std::vector<DatedPart> parts = dated_parts(text); parts.size() == 1) {
      const bool updated = parts.front().change || marks.find("updat") != std::string::npos;
      candidates_.add(updated ? Field::modified : Field::published, trust_weak - 1, text,
                      "date near the headline");
    }
    if (names) add_visible_names(node, text);
  }
}

/// The links in a byline lead to the authors; without any its words are names if there are few and no
/// numbers.
void MarkupReader::add_visible_names(Node byline, const std::string& text) {
  bool linked = false;
  for (Node node = byline; node && node.row() < byline.end_row(); node = node.following()) {
    if (!node.is(Tag::a) ||
        !has_any(lower_ascii(node.attribute("href")),
                 {"author", "autor", "people", "profile", "staff", "writer", "contributor"}))
      continue;
    const std::string name = clean_text(node.text());
    if (name.size() < 3 || count_words(name) > 4) continue;
    candidates_.add_names(trust_last - 1, name, "byline");
    linked = true;
  }
  const bool numbers = text.find_first_of("0123456789@") != std::string::npos;
  if (!linked && !numbers && count_words(text) >= 2 && count_words(text) <= 8)
    candidates_.add_names(trust_last - 1, text, "byline");
}

/// Cards of Twitter carry pairs of a label and its value, the first of which is mostly the author.
void MarkupReader::add_labelled_author() {
  const auto value_of = [&](std::string_view key) -> std::string_view {
    const auto found =
        std::find_if(metas.begin(), metas.end(), [&](const auto& meta) { return meta.first == key; });
    return found == metas.end() ? std::string_view() : std::string_view(found->second);
  };
  const std::string label = lower_ascii(value_of("twitter:label1"));
  for (const std::string_view words : {"written by", "author", "verfasst von", "geschrieben von", "écrit par",
                                       "escrito por", "scritto da", "geschreven door", "written by:"}) {
    if (label == words)
      candidates_.add_names(trust_plain_meta + 1, value_of("twitter:data1"), "meta twitter:data1");
  }
}

/// A time near the headline is the article's; one elsewhere may be a teaser's or today's. One in a comment or
/// in a list of other articles never is.
void MarkupReader::add_times() {
  const Node top = headline_;
  for (const Moment& moment : times_) {
    const Node node = moment.node;
    if (stands_beside_article(node, top)) continue;
    const auto written = node.attribute("datetime");
    const std::string value = written.empty() ? node.text() : std::string(written);
    const std::string marks =
        lower_ascii(std::string(node.attribute("class")) + " " + std::string(node.attribute("itemprop")));
    const bool updated = marks.find("updat") != std::string::npos || marks.find("modif") != std::string::npos;
    int trust = trust_weak;
    if (moment.marked) {
      trust = trust_markup - 1;
    } else if (top) {
      const bool after = node.row() > top.row() && node.row() - top.row() < headline_reach;
      const bool before = node.row() < top.row() && top.row() - node.row() < headline_reach / 4;
      if (after || before) trust = trust_markup + (before ? 1 : 0);
    }
    candidates_.add(updated ? Field::modified : Field::published, trust, value,
                    trust == trust_weak ? "time, away from the headline" : "time");
  }
}

}  // namespace pith::metadata
