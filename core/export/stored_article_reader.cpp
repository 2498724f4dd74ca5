#include "core/export/stored_article_reader.hpp"

#include "core/render/article_reader.hpp"

namespace pith {
namespace {

std::string place_of(const StoredArticle& stored) {
  for (const std::string* name :
       {&stored.article.url, &stored.page_url, &stored.source_place, &stored.page_key}) {
    if (!name->empty()) return *name;
  }
  return "article " + std::to_string(stored.id);
}

}  // namespace

UnreadableArticle::UnreadableArticle(const StoredArticle& article, const std::string& problem)
    : Error("the stored article cannot be read: " + problem, place_of(article), "reprocess its page") {}

Article read_stored_article(const StoredArticle& stored) {
  try {
    Article article = read_article(stored.article.json);
    // What the page itself does not say the store may know of a near-copy.
    if (article.syndicated_from.empty()) article.syndicated_from = stored.article.syndicated_from;
    return article;
  } catch (const Error& error) {
    throw UnreadableArticle(stored, error.what());
  }
}

}  // namespace pith
