#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "continuation.hpp"
#include "pith/pith.hpp"

namespace {

/// Words under which a page is taken to have no article ...
constexpr std::size_t least_words = 25;
/// ... unless they are most of what it has: a note, a saying.
constexpr std::size_t least_words_alone = 6;
constexpr double most_of_the_page = 0.6;

/// So few are worth a look at the page's data ...
constexpr std::size_t few_words = 200;
/// ... which count if they have so many times more, or go on where the page says that it stops.
constexpr std::size_t much_more = 3;

/// A "Read more" behind a longer text belongs to what comes next.
constexpr std::size_t most_teaser = 400;

/// An estimate, since no model has judged what came out of data: headline and body belong together there, and
/// nothing of the page's furniture is in them, but which of several objects is the article was guessed.
constexpr double confidence_in_data = 0.8;

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
    const std::string goes_on = generic_page::reason_to_go_on(context, article.body);
    pith::clean_article(article, context);
    const bool taken = look_again(context, goes_on, article);
    if (taken) result.confidence = confidence_in_data;
    const std::size_t words = pith::count_words(article.body);
    const bool teaser = goes_on != generic_page::shows_beginning || words < most_teaser;
    if (!taken && !goes_on.empty() && teaser && content.kind == pith::PageKind::article) {
      article.completeness = pith::Completeness::excerpt;
      context.notice(pith::Notice::Kind::data, goes_on);
    }
    pith::confirm_language(article, context);
    article.kind = pith::name_of(taken ? kind_of_data(context, content.kind) : content.kind);
    const bool is_list =
        content.kind == pith::PageKind::listing || content.kind == pith::PageKind::collection;
    if (!taken && is_list) believe_declared_dates_only(article);
    const bool alone = words >= least_words_alone && content.share >= most_of_the_page;
    judge(std::move(article), words, alone ? least_words_alone : least_words, result);
    return result;
  }

  std::string describe() const override {
    return "any page: each run of text judged by a learned model, metadata from the markup\n";
  }

 private:
  /// Takes the article from the page's data where the page shows little of it, or says that it shows only
  /// its beginning.
  static bool look_again(pith::PageContext& context, const std::string& goes_on, pith::Article& article) {
    const std::size_t words = pith::count_words(article.body);
    const bool little = words < few_words || words * much_more < words_of_declared_body(context);
    if (!little && goes_on.empty()) return false;
    std::optional<pith::Article> data = pith::embedded_article(context);
    if (!data) return false;
    const bool more = little && pith::count_words(data->body) > words * much_more;
    if (!more && (goes_on.empty() || !generic_page::goes_on_from(article.body, data->body))) return false;
    context.notice(pith::Notice::Kind::fallback,
                   "the body is that of the page's data (" + data->origins["body"] + "), for " +
                       (goes_on.empty() ? "the page shows little of it" : goes_on));
    article = std::move(*data);
    article.origins["body"] = "embedded data";
    context.metadata().fill(article);
    pith::clean_article(article, context);
    return true;
  }

  /// What has a headline and a body in the data is an article, whatever the empty shell looks like, unless
  /// the page declares itself something else.
  static pith::PageKind kind_of_data(pith::PageContext& context, pith::PageKind judged) {
    for (const pith::Metadata::Value& type : context.metadata().types) {
      const std::string name = pith::lower_ascii(type.text);
      for (const char* other :
           {"product", "forum", "qapage", "question", "collection", "itemlist", "searchresults"}) {
        if (name.find(other) != std::string::npos) return judged;
      }
    }
    return pith::PageKind::article;
  }

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
