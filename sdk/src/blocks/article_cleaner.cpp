#include "pith/article_cleaner.hpp"

#include "blocks/block_rules.hpp"
#include "blocks/phrases.hpp"
#include "pith/block_repairs.hpp"
#include "site/headline.hpp"

namespace pith {

void clean_article(Article& article, PageContext& context) {
  drop_repeated_title(article, context.ledger());
  clean_known_phrases(article, context.ledger());
  tidy(article.body);
}

}  // namespace pith
