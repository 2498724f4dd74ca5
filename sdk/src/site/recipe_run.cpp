#include "site/recipe_run.hpp"

#include <algorithm>
#include <utility>

#include "blocks/phrases.hpp"
#include "pith/block_repairs.hpp"
#include "pith/body_reader.hpp"
#include "pith/embedded_article.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"
#include "site/byline_lines.hpp"
#include "site/headline.hpp"
#include "site/link_reader.hpp"

namespace pith {
namespace {

constexpr const char* after_headline = "after the headline";
constexpr std::size_t usual_words = 25;
/// A page that says it is not free and holds fewer words than this shows only the teaser.
constexpr std::size_t teaser_words = 150;
/// What ends in a full stop and has fewer words may be a button.
constexpr std::size_t least_sentence_words = 5;
/// A tail marker nearer to the top than this many words is a stray line, not the end.
constexpr std::size_t least_words_before_tail = 20;

std::string value_of(Node node, const Reading& reading) {
  return reading.attribute.empty() ? node.text() : collapse_space(node.attribute(reading.attribute));
}

/// Whether most of what was found in reading order is sentences: the teasers of a front page, a menu or a
/// form are not.
bool is_prose(const std::vector<Block>& body) {
  std::size_t words = 0;
  std::size_t in_sentences = 0;
  for (const Block& block : body) {
    if (block.type == BlockType::figure) continue;
    const std::string text = text_of(block);
    const std::size_t count = count_words(text);
    words += count;
    if (count >= least_sentence_words && ends_sentence(text)) in_sentences += count;
  }
  return in_sentences * 2 >= words;
}

void set(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

}  // namespace

Extraction RecipeRun::run() {
  Extraction result;
  result.recipe = recipe_.name;
  Article article;
  article.kind = recipe_.kind.empty() ? "article" : recipe_.kind;
  // Known before titles are read: "Headline | Site".
  article.site_name = recipe_.site_name;
  read_fields(article);
  keep_and_drop();
  bool found = find_body(article);
  context_.metadata().fill(article);
  set(article.language, recipe_.language);
  if (article.url.empty()) article.url = context_.page().address();
  if (article.canonical_url.empty()) article.canonical_url = canonical_url(article.url);
  if (found) clean(article);
  if (found && article.origins["body"] == after_headline && !is_prose(article.body)) {
    found = false;
    article.body.clear();
  }
  read_links(result);
  result.kind = article.kind;
  result.status = Status::ok;
  if (found || !article.title.empty()) result.articles.push_back(std::move(article));
  for (const auto& finish : recipe_.finishes) finish(context_, result);
  if (!found && result.articles.size() <= 1) {
    result.status = Status::layout_changed;
    result.reason = "the body is not where the recipe looks for it";
  }
  judge(result);
  return result;
}

void RecipeRun::keep_and_drop() {
  for (const Selector& selector : recipe_.keeps) {
    for (const Node node : context_.document().select(selector)) context_.ledger().keep(node);
  }
  for (const DropRule& rule : recipe_.drops) {
    const std::string name = "drop " + rule.selector.text();
    for (const Node node : context_.document().select(rule.selector))
      context_.ledger().cut(node, rule.kind, name);
  }
}

void RecipeRun::read_fields(Article& article) {
  for (const FieldRule& rule : recipe_.fields) {
    context_.check_time();
    read_field(rule, article);
  }
}

void RecipeRun::read_field(const FieldRule& rule, Article& article) {
  const std::string name(name_of(rule.field));
  // The first rule that gave a value counts.
  if (article.origins.contains(name)) return;
  std::vector<std::string> values;
  for (const Node node : context_.document().select(rule.selector)) {
    if (std::string value = value_of(node, rule.reading); !value.empty()) values.push_back(std::move(value));
  }
  if (values.empty()) return;
  switch (rule.field) {
    case Field::title:
      article.title = values.front();
      break;
    case Field::subtitle:
      article.subtitle = values.front();
      break;
    case Field::summary:
      article.summary = values.front();
      break;
    case Field::section:
      article.section = values.front();
      break;
    case Field::publisher:
      article.publisher = values.front();
      break;
    case Field::topics:
      article.topics = std::move(values);
      break;
    case Field::authors:
      for (const std::string& value : values) {
        for (std::string& author : split_names(value)) {
          if (std::find(article.authors.begin(), article.authors.end(), author) == article.authors.end()) {
            article.authors.push_back(std::move(author));
          }
        }
      }
      break;
    case Field::published:
    case Field::modified: {
      std::optional<DateTime> date;
      for (const std::string& value : values) {
        if ((date = parse_date(value))) break;
      }
      if (!date) return;
      (rule.field == Field::published ? article.published : article.modified) = std::move(date);
      break;
    }
    case Field::count_:
      break;
  }
  article.origins[name] = rule.selector.text();
}

bool RecipeRun::find_body(Article& article) {
  return std::any_of(recipe_.bodies.begin(), recipe_.bodies.end(),
                     [&](const BodyRule& rule) { return try_body(rule, article); });
}

bool RecipeRun::try_body(const BodyRule& rule, Article& article) {
  context_.check_time();
  switch (rule.how) {
    case BodyRule::How::function:
      return take_data(rule.read(context_), article);
    case BodyRule::How::embedded_data:
      return take_data(embedded_article(context_), article);
    case BodyRule::How::after_headline:
      article.body = read_after_headline(article, context_, recipe_.split_lines);
      take_byline_lines(article.body, article, context_.ledger());
      if (!article.body.empty()) article.origins["body"] = after_headline;
      return !article.body.empty();
    case BodyRule::How::first:
    case BodyRule::How::parts: {
      std::vector<Node> nodes;
      for (const Node node : context_.document().select(rule.selector)) {
        if (context_.ledger().is_cut(node) || visible_text(node, context_.ledger()).empty()) continue;
        nodes.push_back(node);
        if (rule.how == BodyRule::How::first) break;
      }
      if (nodes.empty()) return false;
      article.body = read_body(nodes, context_);
      if (recipe_.split_lines) split_lines(article.body, nodes, context_);
      if (!article.body.empty()) article.origins["body"] = rule.selector.text();
      return !article.body.empty();
    }
  }
  return false;
}

/// What the data says counts before what the markup says, but only where it says something.
bool RecipeRun::take_data(std::optional<Article> data, Article& article) {
  if (!data || data->body.empty()) return false;
  data->kind = article.kind;
  for (const auto& [name, origin] : article.origins) data->origins.try_emplace(name, origin);
  set(data->title, article.title);
  set(data->subtitle, article.subtitle);
  set(data->summary, article.summary);
  set(data->section, article.section);
  set(data->publisher, article.publisher);
  set(data->site_name, article.site_name);
  if (data->authors.empty()) data->authors = std::move(article.authors);
  if (data->topics.empty()) data->topics = std::move(article.topics);
  if (!data->published) data->published = std::move(article.published);
  if (!data->modified) data->modified = std::move(article.modified);
  article = std::move(*data);
  article.origins.try_emplace("body", "embedded data");
  return true;
}

void RecipeRun::clean(Article& article) {
  Ledger& ledger = context_.ledger();
  std::vector<Block>& body = article.body;
  drop_repeated_title(article, ledger);
  drop_repeated_authors(body, article, ledger);
  if (recipe_.hashtags) take_hashtags(body, article.topics, ledger);
  drop_head(body, recipe_.heads, ledger);
  drop_announced_links(body, recipe_.phrases, ledger);
  drop_phrases(body, recipe_.phrases, ledger);
  drop_tail(body, recipe_.tails, least_words_before_tail, ledger);
  if (article.origins["body"] == after_headline) drop_trailing_headlines(body, ledger);
  cut_pieces(body, recipe_.cuts, ledger);
  clean_known_phrases(article, ledger);
  if (recipe_.citations) take_citations(body, ledger);
  if (recipe_.join_broken) join_broken_paragraphs(body);
  if (recipe_.photo_lines) photo_lines(body, ledger);
  tidy(body);
}

void RecipeRun::read_links(Extraction& result) {
  for (const LinkRule& rule : recipe_.links) {
    for (const Node node : context_.document().select(rule.selector)) {
      if (std::optional<Link> link = read_link(node, rule.relation, context_))
        result.links.push_back(std::move(*link));
    }
  }
  for (const LinksAfterRule& rule : recipe_.links_after) {
    LinkSection section{rule.marker, {}, {}};
    for (const PhraseRule& tail : recipe_.tails) {
      if (tail.pattern.key() != rule.marker.key()) section.ends.push_back(tail.pattern);
    }
    for (const PhraseRule& phrase : recipe_.phrases) section.ignored.push_back(phrase.pattern);
    for (Link& link : read_links_after(section, rule.relation, context_))
      result.links.push_back(std::move(link));
  }
}

bool RecipeRun::says_paywalled() {
  return std::any_of(recipe_.paywalls.begin(), recipe_.paywalls.end(), [&](const PageCondition& condition) {
    return condition.holds(context_.page(), context_.document());
  });
}

void RecipeRun::judge(Extraction& result) {
  if (result.articles.size() != 1) return;
  const Article& article = result.articles.front();
  const std::size_t words = count_words(article.body);
  const bool teaser = article.is_accessible_for_free == false && words < teaser_words;
  if (result.status == Status::ok && (teaser || says_paywalled())) {
    result.status = Status::paywalled;
    result.reason = "the page says that the rest is for subscribers";
    return;
  }
  const std::size_t expected = recipe_.expect_words.value_or(usual_words);
  if (result.status == Status::ok && words < expected) {
    result.status = Status::layout_changed;
    result.reason =
        "the body has " + std::to_string(words) + " words, expected at least " + std::to_string(expected);
  }
}

}  // namespace pith
