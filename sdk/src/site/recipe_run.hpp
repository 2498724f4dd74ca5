#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pith/extraction.hpp"
#include "pith/page_context.hpp"
#include "site/site_rules.hpp"

namespace pith {

/// One recipe applied to one page, in the order that site.hpp lays down.
class RecipeRun {
 public:
  RecipeRun(const Recipe& recipe, PageContext& context) : recipe_(recipe), context_(context) {}
  Extraction run();

 private:
  void keep_and_drop();
  void read_fields(Article& article);
  void read_field(const FieldRule& rule, Article& article);
  void read_links(Extraction& result);
  bool find_body(Article& article);
  bool try_body(const BodyRule& rule, Article& article);
  bool take_data(std::optional<Article> data, Article& article);
  void clean(Article& article);
  void judge(Extraction& result);
  bool says_paywalled();

  const Recipe& recipe_;
  PageContext& context_;
};

}  // namespace pith
