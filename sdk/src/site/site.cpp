#include "pith/site.hpp"

#include "blocks/span_edit.hpp"
#include "pith/error.hpp"
#include "site/site_extractor.hpp"
#include "site/site_rules.hpp"

namespace pith {

Site::Site() : rules_(std::make_shared<SiteRules>()) {}

Site& Site::urls(std::string_view path_pattern) {
  rules_->url_patterns.emplace_back(path_pattern);
  return *this;
}
Site& Site::recognised_by(Selector selector) {
  rules_->recognised_by.push_back({std::move(selector)});
  return *this;
}
Site& Site::recognised_by(TextPattern visible_line) {
  rules_->recognised_by.push_back({std::move(visible_line)});
  return *this;
}
Site& Site::recognised_by(std::function<bool(const Page&, const Document&)> test) {
  rules_->recognised_by.push_back({std::move(test)});
  return *this;
}

Site& Site::recipe(std::string_view name) {
  rules_->recipes.emplace_back().name = name;
  return *this;
}
Site& Site::when(Selector selector) {
  rules_->current().conditions.push_back({std::move(selector)});
  return *this;
}
Site& Site::when(TextPattern visible_line) {
  rules_->current().conditions.push_back({std::move(visible_line)});
  return *this;
}
Site& Site::when(std::function<bool(const Page&, const Document&)> test) {
  rules_->current().conditions.push_back({std::move(test)});
  return *this;
}
Site& Site::when_path(std::string_view path_pattern) {
  rules_->current().conditions.push_back({PathPattern{std::string(path_pattern)}});
  return *this;
}

Site& Site::kind(std::string_view kind) {
  rules_->current().kind = kind;
  return *this;
}
Site& Site::title(Selector selector, Reading reading) {
  rules_->current().fields.push_back({Field::title, std::move(selector), std::move(reading)});
  return *this;
}
Site& Site::subtitle(Selector selector, Reading reading) {
  rules_->current().fields.push_back({Field::subtitle, std::move(selector), std::move(reading)});
  return *this;
}
Site& Site::summary(Selector selector, Reading reading) {
  rules_->current().fields.push_back({Field::summary, std::move(selector), std::move(reading)});
  return *this;
}
Site& Site::authors(Selector selector, Reading reading) {
  rules_->current().fields.push_back({Field::authors, std::move(selector), std::move(reading)});
  return *this;
}
Site& Site::published(Selector selector, Reading reading) {
  rules_->current().fields.push_back({Field::published, std::move(selector), std::move(reading)});
  return *this;
}
Site& Site::modified(Selector selector, Reading reading) {
  rules_->current().fields.push_back({Field::modified, std::move(selector), std::move(reading)});
  return *this;
}
Site& Site::section(Selector selector, Reading reading) {
  rules_->current().fields.push_back({Field::section, std::move(selector), std::move(reading)});
  return *this;
}
Site& Site::topics(Selector selector, Reading reading) {
  rules_->current().fields.push_back({Field::topics, std::move(selector), std::move(reading)});
  return *this;
}
Site& Site::publisher(Selector selector, Reading reading) {
  rules_->current().fields.push_back({Field::publisher, std::move(selector), std::move(reading)});
  return *this;
}
Site& Site::language(std::string_view code) {
  rules_->current().language = code;
  return *this;
}
Site& Site::site_name(std::string_view name) {
  rules_->current().site_name = name;
  return *this;
}

Site& Site::body(Selector selector) {
  rules_->current().bodies.push_back({BodyRule::How::first, std::move(selector), {}});
  return *this;
}
Site& Site::body_parts(Selector selector) {
  rules_->current().bodies.push_back({BodyRule::How::parts, std::move(selector), {}});
  return *this;
}
Site& Site::body_after_headline() {
  rules_->current().bodies.push_back({BodyRule::How::after_headline, {}, {}});
  return *this;
}
Site& Site::article_from(std::function<std::optional<Article>(PageContext&)> read) {
  rules_->current().bodies.push_back({BodyRule::How::function, {}, std::move(read)});
  return *this;
}
Site& Site::article_from_embedded_data() {
  rules_->current().bodies.push_back({BodyRule::How::embedded_data, {}, {}});
  return *this;
}

Site& Site::keep(Selector selector) {
  rules_->current().keeps.push_back(std::move(selector));
  return *this;
}
Site& Site::drop(Boilerplate kind, Selector selector) {
  rules_->current().drops.push_back({kind, std::move(selector)});
  return *this;
}
Site& Site::drop(Boilerplate kind, TextPattern pattern) {
  rules_->current().phrases.add({kind, std::move(pattern)});
  return *this;
}
Site& Site::drop_from(Boilerplate kind, TextPattern marker) {
  rules_->current().tails.add({kind, std::move(marker)});
  return *this;
}
Site& Site::drop_until(Boilerplate kind, TextPattern marker) {
  rules_->current().heads.add({kind, std::move(marker)});
  return *this;
}
Site& Site::cut_between(Boilerplate kind, std::string_view first, std::string_view last,
                        std::size_t max_bytes) {
  rules_->current().cuts.push_back({kind, FoldedText::fold(first), FoldedText::fold(last), max_bytes});
  return *this;
}
Site& Site::take_citations() {
  rules_->current().citations = true;
  return *this;
}

Site& Site::lines_are_paragraphs() {
  rules_->current().split_lines = true;
  return *this;
}
Site& Site::join_broken_paragraphs() {
  rules_->current().join_broken = true;
  return *this;
}
Site& Site::hashtag_topics() {
  rules_->current().hashtags = true;
  return *this;
}
Site& Site::photo_lines() {
  rules_->current().photo_lines = true;
  return *this;
}

Site& Site::links(std::string_view relation, Selector selector) {
  rules_->current().links.push_back({std::string(relation), std::move(selector)});
  return *this;
}
Site& Site::links_after(std::string_view relation, TextPattern marker) {
  rules_->current().links_after.push_back({std::string(relation), std::move(marker)});
  return *this;
}
Site& Site::paywalled_when(Selector selector) {
  rules_->current().paywalls.push_back({std::move(selector)});
  return *this;
}
Site& Site::paywalled_when(TextPattern visible_line) {
  rules_->current().paywalls.push_back({std::move(visible_line)});
  return *this;
}
Site& Site::expect_words(std::size_t words) {
  rules_->current().expect_words = words;
  return *this;
}
Site& Site::finish(std::function<void(PageContext&, Extraction&)> last_step) {
  rules_->current().finishes.push_back(std::move(last_step));
  return *this;
}

std::unique_ptr<Extractor> Site::build() const {
  for (const Recipe& recipe : rules_->recipes) {
    if (recipe.name.empty())
      throw Error("a recipe without a name", "site table", "say what layout it is for");
    if (recipe.with(rules_->common).bodies.empty()) {
      throw Error("recipe \"" + recipe.name + "\" does not say where the body is", "site table",
                  "add body(), body_after_headline() or article_from()");
    }
  }
  if (rules_->recipes.empty() && rules_->common.bodies.empty()) {
    throw Error("the site does not say where the body is", "site table", "add body(\"selector\")");
  }
  return std::make_unique<SiteExtractor>(*rules_);
}

std::string Site::describe() const {
  return rules_->describe();
}

}  // namespace pith
