#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "blocks/block_rules.hpp"
#include "pith/site.hpp"
#include "site/page_condition.hpp"

namespace pith {

enum class Field {
  title,
  subtitle,
  summary,
  authors,
  published,
  modified,
  section,
  topics,
  publisher,
  count_
};
std::string_view name_of(Field field);

struct FieldRule {
  Field field;
  Selector selector;
  Reading reading;
};

/// One way to come by the body.
struct BodyRule {
  enum class How { first, parts, after_headline, function, embedded_data };
  How how;
  Selector selector;
  std::function<std::optional<Article>(PageContext&)> read;
};

struct DropRule {
  Boilerplate kind;
  Selector selector;
};

struct LinkRule {
  std::string relation;
  Selector selector;
};

/// Links in reading order after a line.
struct LinksAfterRule {
  std::string relation;
  TextPattern marker;
};

/// A recipe, or what all recipes of a site have in common.
struct Recipe {
  std::string name;
  std::vector<PageCondition> conditions;
  std::string kind;
  std::string language;
  std::string site_name;
  std::vector<FieldRule> fields;
  std::vector<BodyRule> bodies;
  std::vector<Selector> keeps;
  std::vector<DropRule> drops;
  PhraseRules phrases;
  PhraseRules heads;
  PhraseRules tails;
  std::vector<CutRule> cuts;
  std::vector<LinkRule> links;
  std::vector<LinksAfterRule> links_after;
  std::vector<PageCondition> paywalls;
  std::vector<std::function<void(PageContext&, Extraction&)>> finishes;
  std::optional<std::size_t> expect_words;
  bool split_lines = false;
  bool hashtags = false;
  bool citations = false;
  bool join_broken = false;
  bool photo_lines = false;

  /// This recipe with what all have in common behind it.
  Recipe with(const Recipe& common) const;
  std::string describe() const;
};

struct SiteRules {
  std::vector<std::string> url_patterns;
  std::vector<PageCondition> recognised_by;
  Recipe common;
  std::vector<Recipe> recipes;

  Recipe& current() { return recipes.empty() ? common : recipes.back(); }
  std::string describe() const;
};

}  // namespace pith
