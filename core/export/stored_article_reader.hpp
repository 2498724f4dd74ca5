#pragma once

#include "core/store/store.hpp"
#include "pith/article.hpp"
#include "pith/error.hpp"

namespace pith {

/// What a store has kept of an article cannot be read. The place is the article: its URL, else what its page
/// is known by.
class UnreadableArticle : public Error {
 public:
  explicit UnreadableArticle(const StoredArticle& article, const std::string& problem);
};

/// The whole article, from its JSON. Throws UnreadableArticle.
Article read_stored_article(const StoredArticle& stored);

}  // namespace pith
