#include "pith/embedded_article.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "embedded/article_fields.hpp"
#include "embedded/article_object.hpp"
#include "embedded/flight_tree.hpp"
#include "embedded/fragment.hpp"
#include "metadata/title_words.hpp"
#include "pith/main_content.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::size_t max_values = 300'000;
constexpr std::size_t max_depth = 100;
constexpr std::size_t max_candidates = 300;
constexpr std::size_t max_inner_documents = 40;
/// Bodies that are read before giving up.
constexpr std::size_t max_attempts = 6;
/// Less text is a teaser, unless the title says that the object is the page's article.
constexpr std::size_t min_body = 200;
constexpr std::size_t min_body_of_expected = 20;
/// A single paragraph beside the expected title is the article's summary unless it is long.
constexpr std::size_t min_lone_paragraph = 300;
/// Titles agree if they share this much of their words.
constexpr double agreeing = 0.75;

struct Candidate {
  JsonValue object;
  JsonValue body;
  std::string title;
  std::size_t size = 0;
  std::size_t depth = 0;
  bool expected = false;
  bool among_similar = false;
};

/// Names of what stands beside an article.
bool is_beside(std::string_view name) {
  const std::string key = lower_ascii(name);
  for (const std::string_view word :
       {"related", "recommend", "similar", "trending", "popular", "latest", "mostread", "most_read",
        "alsolike", "also_like", "morefrom", "more_from", "readnext", "suggest"}) {
    if (key.find(word) != std::string::npos) return true;
  }
  return false;
}

/// Walks a JSON value and gathers the objects that have a title and a body.
class ArticleFinder {
 public:
  explicit ArticleFinder(std::string_view expected_title) : expected_title_(expected_title) {}

  std::vector<Candidate> find(JsonValue root) {
    open_.push_back({root, 0, false, false});
    for (std::size_t seen = 0; !open_.empty() && seen < max_values && found_.size() < max_candidates;
         ++seen) {
      const Step step = open_.back();
      open_.pop_back();
      if (step.value.is_object()) consider(step);
      if (step.depth < max_depth) descend(step);
    }
    std::stable_sort(found_.begin(), found_.end(), better);
    return std::move(found_);
  }

 private:
  struct Step {
    JsonValue value;
    std::size_t depth;
    bool among_similar;
    bool inner;  ///< out of a string that held JSON
  };

  static bool better(const Candidate& a, const Candidate& b) {
    if (a.expected != b.expected) return a.expected;
    if (a.among_similar != b.among_similar) return !a.among_similar;
    if (a.size != b.size) return a.size > b.size;
    // Of two with the same body the inner one is the article, the outer one what it came in.
    return a.depth > b.depth;
  }

  void consider(const Step& step) {
    Candidate candidate;
    candidate.object = step.value;
    candidate.title = embedded::title_of_object(step.value);
    if (candidate.title.empty()) return;
    candidate.body = embedded::body_of_object(step.value);
    if (!candidate.body) return;
    candidate.expected =
        !expected_title_.empty() && metadata::agreement(candidate.title, expected_title_) >= agreeing;
    candidate.size = embedded::text_size(candidate.body);
    candidate.depth = step.depth;
    candidate.among_similar = step.among_similar;
    if (candidate.size < (candidate.expected ? min_body_of_expected : min_body)) return;
    found_.push_back(std::move(candidate));
  }

  void descend(const Step& step) {
    const JsonValue value = step.value;
    // Two or more objects with titles side by side are a list of articles, not an article.
    std::size_t titled = 0;
    for (std::size_t i = 0; value.is_array() && i < value.size() && i < 8; ++i)
      titled += value.at(i).is_object() && !embedded::title_of_object(value.at(i)).empty() ? 1 : 0;
    const bool similar = step.among_similar || titled >= 2;
    for (std::size_t i = value.size(); i-- > 0;) {
      const JsonValue child = value.at(i);
      if (child.is_object() || child.is_array())
        open_.push_back({child, step.depth + 1, similar || is_beside(value.name_at(i)), step.inner});
      if (child.is_string() && !step.inner) open_string(child.string(), step.depth + 1, similar);
    }
  }

  /// Strings that hold JSON are opened once; what is in them is text.
  void open_string(std::string_view text, std::size_t depth, bool similar) {
    if (text.size() < 40 || inner_.size() >= max_inner_documents) return;
    const auto start = trim(text.substr(0, 16));
    if (!start.starts_with("{\"") && !start.starts_with("[{")) return;
    auto document = JsonDocument::parse(text);
    if (!document) return;
    inner_.push_back(std::move(document));
    open_.push_back({inner_.back().root(), depth, similar, true});
  }

  std::string_view expected_title_;
  std::vector<Step> open_;
  std::vector<Candidate> found_;

 public:
  /// Keeps what the candidates point to.
  std::deque<JsonDocument> inner_;
};

bool holds_text(const std::vector<Block>& blocks, std::size_t bytes) {
  std::size_t size = 0;
  for (const auto& block : blocks) {
    size += text_of(block).size();
    if (size >= bytes) return true;
  }
  return false;
}

/// A body that begins with the headline says it once.
void drop_title(Article& article) {
  if (article.body.empty() || article.body.front().type != BlockType::heading) return;
  if (comparison_key(text_of(article.body.front())) == comparison_key(article.title))
    article.body.erase(article.body.begin());
}

std::string expected_title_of(PageContext& context) {
  Article article;
  context.metadata().fill(article);
  return article.title;
}

/// Fields of the article, then of what it came in, the innermost first.
void read_fields_around(const std::vector<Candidate>& candidates, const Candidate& chosen,
                        const std::string& origin, PageContext& context, Article& article) {
  embedded::read_fields(chosen.object, origin, context, article);
  for (const Candidate& outer : candidates) {
    const bool holds = outer.depth < chosen.depth && outer.size == chosen.size && outer.title == chosen.title;
    if (holds) embedded::read_fields(outer.object, origin, context, article);
  }
}

/// What the elements show that a page of Next.js streams: read as the page would be that they become.
std::optional<Article> streamed_article(const std::vector<EmbeddedData>& data, const std::string& title,
                                        PageContext& context) {
  const std::string html = embedded::html_of_flight(data);
  if (html.size() < min_body) return std::nullopt;
  Article article;
  article.body = embedded::read_fragment(
      html, context, [](const Document&, PageContext& inner) { return read_main_content(inner).body; });
  if (!holds_text(article.body, min_body)) return std::nullopt;
  article.title = title;
  article.origins["body"] = "__next_f";
  drop_title(article);
  return article;
}

bool agrees(const Article& article, const std::string& expected) {
  return expected.empty() || metadata::agreement(article.title, expected) >= agreeing;
}

}  // namespace

std::optional<Article> article_in(JsonValue value, std::string_view origin, std::string_view expected_title,
                                  PageContext& context) {
  ArticleFinder finder(expected_title);
  const auto candidates = finder.find(value);
  for (std::size_t i = 0; i < candidates.size() && i < max_attempts; ++i) {
    const Candidate& candidate = candidates[i];
    context.check_time();
    Article article;
    article.body = embedded::blocks_of_body(candidate.body, context);
    if (!holds_text(article.body, candidate.expected ? min_body_of_expected : min_body / 2)) continue;
    if (article.body.size() == 1 && !holds_text(article.body, min_lone_paragraph)) continue;
    article.title = candidate.title;
    article.origins["title"] = origin;
    article.origins["body"] = origin;
    read_fields_around(candidates, candidate, std::string(origin), context, article);
    drop_title(article);
    return article;
  }
  return std::nullopt;
}

std::optional<Article> embedded_article(PageContext& context) {
  const std::string expected = expected_title_of(context);
  std::optional<Article> best;
  const auto keep_longer = [&best](std::optional<Article> article) {
    if (article && (!best || text_of(article->body).size() > text_of(best->body).size()))
      best = std::move(article);
  };
  const std::vector<EmbeddedData> all = embedded_data(context.document());
  for (const auto& data : all) {
    context.check_time();
    auto article = article_in(data.json.root(), data.origin, expected, context);
    if (!article) continue;
    const bool sure = !expected.empty() && agrees(*article, expected);
    if (sure) return article;
    keep_longer(std::move(article));
  }
  keep_longer(streamed_article(all, expected, context));
  if (best) return best;
  const auto& bodies = context.metadata().article_bodies;
  if (bodies.empty()) return std::nullopt;
  Article article;
  article.body = blocks_of_text(bodies.front().text);
  if (!holds_text(article.body, min_body_of_expected)) return std::nullopt;
  article.origins["body"] = bodies.front().origin;
  context.metadata().fill(article);
  return article;
}

}  // namespace pith
