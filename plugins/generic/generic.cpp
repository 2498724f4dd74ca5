#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "pith/pith.hpp"

namespace {

/// Words under which a page is taken to have no article ...
constexpr std::size_t least_words = 25;
/// ... unless they are most of what it has: a note, a saying.
constexpr std::size_t least_words_alone = 6;
constexpr double most_of_the_page = 0.6;

/// So few are worth a look at the page's data ...
constexpr std::size_t few_words = 80;
/// ... which counts if it has so many times more.
constexpr std::size_t much_more = 3;

/// Words of the longest articleBody in the page's JSON-LD.
std::size_t words_of_declared_body(pith::PageContext& context) {
  std::size_t most = 0;
  for (const pith::Metadata::Value& body : context.metadata().article_bodies)
    most = std::max(most, pith::count_words(body.text));
  return most;
}

/// Takes any page that no site plugin knows.
class Generic : public pith::Extractor {
 public:
  pith::Claim claim_page(const pith::Page&, const pith::Document& document) const override {
    return document.is_xml() ? pith::Claim::none : pith::Claim::fallback;
  }

  pith::Extraction extract(pith::PageContext& context) const override {
    pith::Extraction result;
    pith::Article article;
    context.metadata().fill(article);
    pith::MainContent content = pith::read_main_content(context);
    article.body = std::move(content.body);
    result.confidence = content.confidence;
    article.origins["body"] = "main content";
    pith::clean_article(article, context);
    std::size_t words = pith::count_words(article.body);
    if (words < few_words || words * much_more < words_of_declared_body(context)) {
      if (std::optional<pith::Article> data = pith::embedded_article(context)) {
        const std::size_t more = pith::count_words(data->body);
        if (more > words * much_more) {
          article = std::move(*data);
          result.confidence.reset();
          article.origins["body"] = "embedded data";
          context.metadata().fill(article);
          pith::clean_article(article, context);
          words = more;
        }
      }
    }
    pith::confirm_language(article, context);
    article.kind = pith::name_of(content.kind);
    if (content.kind == pith::PageKind::listing || content.kind == pith::PageKind::collection)
      believe_declared_dates_only(article);
    const bool alone = words >= least_words_alone && content.share >= most_of_the_page;
    judge(std::move(article), words, alone ? least_words_alone : least_words, result);
    return result;
  }

  std::string describe() const override {
    return "any page: each run of text judged by a learned model, metadata from the markup\n";
  }

 private:
  /// The dates to be seen in a list are those of its entries.
  static void believe_declared_dates_only(pith::Article& article) {
    for (const auto& [name, date] :
         {std::pair{"published", &article.published}, std::pair{"modified", &article.modified}}) {
      if (is_declared(article, name)) continue;
      date->reset();
      article.origins.erase(name);
    }
  }

  static bool is_declared(const pith::Article& article, const char* field) {
    const auto origin = article.origins.find(field);
    if (origin == article.origins.end()) return false;
    for (const std::string_view start : {"json-ld", "meta ", "microdata "}) {
      if (origin->second.starts_with(start)) return true;
    }
    return false;
  }

  static void judge(pith::Article article, std::size_t words, std::size_t least, pith::Extraction& result) {
    if (words < least) {
      result.status = pith::Status::no_article;
      result.confidence.reset();
      result.reason = "nothing on the page reads like an article (" + std::to_string(words) + " words)";
      return;
    }
    result.status = pith::Status::ok;
    result.kind = article.kind;
    result.recipe = "main content";
    result.articles.push_back(std::move(article));
  }
};

std::unique_ptr<pith::Extractor> generic() {
  return std::make_unique<Generic>();
}

}  // namespace

PITH_PLUGIN(generic, "0.1.0")
