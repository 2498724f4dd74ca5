#include "site/site_rules.hpp"

namespace pith {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Field::count_)> field_names = {
    "title", "subtitle", "summary", "authors", "published", "modified", "section", "topics", "publisher"};

template <class T>
void append(std::vector<T>& to, const std::vector<T>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

std::string body_text(const BodyRule& rule) {
  switch (rule.how) {
    case BodyRule::How::first:
      return rule.selector.text();
    case BodyRule::How::parts:
      return "all of " + rule.selector.text();
    case BodyRule::How::after_headline:
      return "what follows the headline";
    case BodyRule::How::function:
      return "data, by a function of its own";
    case BodyRule::How::embedded_data:
      return "embedded data";
  }
  return {};
}

void append(PhraseRules& to, const PhraseRules& from) {
  for (const PhraseRule& rule : from) to.add(rule);
}

}  // namespace

std::string_view name_of(Field field) {
  return field_names[static_cast<std::size_t>(field)];
}

Recipe Recipe::with(const Recipe& common) const {
  Recipe whole = *this;
  append(whole.conditions, common.conditions);
  append(whole.fields, common.fields);
  append(whole.bodies, common.bodies);
  append(whole.keeps, common.keeps);
  append(whole.drops, common.drops);
  append(whole.phrases, common.phrases);
  append(whole.heads, common.heads);
  append(whole.tails, common.tails);
  append(whole.cuts, common.cuts);
  append(whole.links, common.links);
  append(whole.links_after, common.links_after);
  append(whole.paywalls, common.paywalls);
  append(whole.finishes, common.finishes);
  if (whole.kind.empty()) whole.kind = common.kind;
  if (whole.language.empty()) whole.language = common.language;
  if (whole.site_name.empty()) whole.site_name = common.site_name;
  if (!whole.expect_words) whole.expect_words = common.expect_words;
  whole.split_lines = whole.split_lines || common.split_lines;
  whole.hashtags = whole.hashtags || common.hashtags;
  whole.citations = whole.citations || common.citations;
  whole.join_broken = whole.join_broken || common.join_broken;
  whole.photo_lines = whole.photo_lines || common.photo_lines;
  return whole;
}

std::string Recipe::describe() const {
  std::string text = "recipe \"" + name + "\"\n";
  const auto add = [&](std::string_view what, const std::string& value) {
    text += "  " + std::string(what) + ": " + value + "\n";
  };
  for (const PageCondition& condition : conditions) add("when", condition.describe());
  for (const FieldRule& rule : fields) {
    add(name_of(rule.field),
        rule.selector.text() + (rule.reading.attribute.empty() ? "" : " @" + rule.reading.attribute));
  }
  for (const BodyRule& rule : bodies) add("body", body_text(rule));
  for (const Selector& selector : keeps) add("keep", selector.text());
  for (const DropRule& rule : drops) add("drop " + std::string(name_of(rule.kind)), rule.selector.text());
  for (const PhraseRule& rule : phrases)
    add("drop " + std::string(name_of(rule.kind)), rule.pattern.describe());
  for (const PhraseRule& rule : heads)
    add("drop until " + std::string(name_of(rule.kind)), rule.pattern.describe());
  for (const PhraseRule& rule : tails)
    add("drop from " + std::string(name_of(rule.kind)), rule.pattern.describe());
  for (const CutRule& rule : cuts) {
    add("cut " + std::string(name_of(rule.kind)), "\"" + rule.first + "\" ... \"" + rule.last + "\"");
  }
  for (const PageCondition& condition : paywalls) add("paywalled when", condition.describe());
  return text;
}

std::string SiteRules::describe() const {
  std::string text;
  for (const std::string& pattern : url_patterns) text += "urls: " + pattern + "\n";
  for (const PageCondition& condition : recognised_by)
    text += "recognised by: " + condition.describe() + "\n";
  if (recipes.empty()) return text + common.describe();
  for (const Recipe& recipe : recipes) text += recipe.with(common).describe();
  return text;
}

}  // namespace pith
