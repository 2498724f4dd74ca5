#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pith/boilerplate.hpp"
#include "pith/export.hpp"
#include "pith/extraction.hpp"
#include "pith/extractor.hpp"
#include "pith/selector.hpp"
#include "pith/text_pattern.hpp"

namespace pith {

struct SiteRules;

/// What of a matched element is the value.
struct Reading {
  /// Empty: the visible text. Otherwise the attribute of that name.
  std::string attribute;
};
inline Reading text() {
  return {};
}
inline Reading attribute(std::string_view name) {
  return {std::string(name)};
}

/// One site, mostly as a table: which URLs, which selectors hold what, which selectors and phrases are
/// boilerplate and of what kind; and, only where data is not enough, functions.
///
///     Site example() {
///       return Site{}
///           .urls("/story/*")
///           .recipe("2023 layout")
///               .when("article[data-v='3']")
///               .title("h1.headline")
///               .authors(".byline a")
///               .published("time[datetime]", attribute("datetime"))
///               .body(".story-body")
///               .drop(Boilerplate::related, ".more-on-this")
///               .drop_from(Boilerplate::app_promo, heading("Download the app"));
///     }
///     PITH_PLUGIN(example, "1.0.0", "example.com", "*.example.com")
///
/// A site that changed its layout over the years has several recipes, each recognised by the page's
/// evidence (`when`); the first whose conditions all hold is used. Rules said before the first
/// recipe() hold for all of them. For every field the first rule that gives a value counts; what
/// no rule gives comes from the page's metadata.
///
/// The order in which a recipe works is fixed: fields, keep, drop by selector, the body (data among its
/// alternatives, with generic cuts while it is read), phrases (`drop` with a TextPattern), tails
/// (`drop_from`), pieces
/// (`cut_between`), known phrases, repairs, `finish`, expectations. A site's word is final: what it keeps no
/// generic cut touches.
///
/// A cheap handle to shared rules; building is not thread-safe, the finished extractor is.
class PITH_API Site {
 public:
  Site();

  // ---- which pages -----------------------------------------------------------------------------
  /// Paths (with `*`) of pages that this site promises to handle: if none of its recipes fits such a page,
  /// the result is `layout_changed`. Without any, all pages of the hosts are promised.
  Site& urls(std::string_view path_pattern);
  /// The page is this site's if this matches, whatever its URL. May be said several times: any one.
  Site& recognised_by(Selector selector);
  Site& recognised_by(TextPattern visible_line);
  Site& recognised_by(std::function<bool(const Page&, const Document&)> test);

  /// Begins a recipe; what follows belongs to it.
  Site& recipe(std::string_view name);
  /// The recipe fits only pages where this matches. Several: all must.
  Site& when(Selector selector);
  Site& when(TextPattern visible_line);
  Site& when(std::function<bool(const Page&, const Document&)> test);
  Site& when_path(std::string_view path_pattern);

  // ---- what it is ------------------------------------------------------------------------------
  /// "article" unless said otherwise: "summary", "post" ...
  Site& kind(std::string_view kind);
  Site& title(Selector selector, Reading reading = {});
  Site& subtitle(Selector selector, Reading reading = {});
  Site& summary(Selector selector, Reading reading = {});
  Site& authors(Selector selector, Reading reading = {});
  Site& published(Selector selector, Reading reading = {});
  Site& modified(Selector selector, Reading reading = {});
  Site& section(Selector selector, Reading reading = {});
  Site& topics(Selector selector, Reading reading = {});
  Site& publisher(Selector selector, Reading reading = {});
  Site& language(std::string_view code);
  Site& site_name(std::string_view name);

  // ---- where the body is -----------------------------------------------------------------------
  /// The first element that matches and holds text. Several calls are alternatives, tried in order.
  Site& body(Selector selector);
  /// All elements that match, in document order, are one body.
  Site& body_parts(Selector selector);
  /// For sites whose markup says nothing: everything a reader meets after the headline, in reading
  /// order, until a `drop_from` marker. The headline is the page's title or first heading, which may
  /// stand there more than once.
  Site& body_after_headline();
  /// The article out of embedded data. Gives nothing if the data is not there.
  Site& article_from(std::function<std::optional<Article>(PageContext&)> read);
  /// The article out of any embedded data that has the shape of one (embedded_article.hpp).
  Site& article_from_embedded_data();

  // ---- what goes -------------------------------------------------------------------------------
  Site& keep(Selector selector);
  Site& drop(Boilerplate kind, Selector selector);
  /// Blocks whose text is so.
  Site& drop(Boilerplate kind, TextPattern pattern);
  /// This block and everything after it. One that only begins or ends so, and reads like prose, is left where
  /// that would be more than half of the text, unless a line that is nothing but a marker follows.
  Site& drop_from(Boilerplate kind, TextPattern marker);
  /// Everything up to and including the last such block before the middle of the body.
  Site& drop_until(Boilerplate kind, TextPattern marker);
  /// A piece inside the text of a block, from the words `first` to the words `last` (to the end of the block
  /// if those are empty), at most `max_bytes` long.
  Site& cut_between(Boilerplate kind, std::string_view first, std::string_view last,
                    std::size_t max_bytes = 600);
  /// Marks like "[1][5]" go from the text and are kept as Block::citations.
  Site& take_citations();

  // ---- repairs ---------------------------------------------------------------------------------
  /// Lines that end at a `br`, or are a span each, are paragraphs.
  Site& lines_are_paragraphs();
  /// Paragraphs that were broken in the middle of a sentence (at inline links) are made whole.
  Site& join_broken_paragraphs();
  /// Lines of hashtags ("#ANT") become topics.
  Site& hashtag_topics();
  /// Lines like "A harbour at dawn. Photo: Jane Doe" become figures with caption and credit.
  Site& photo_lines();

  // ---- what else -------------------------------------------------------------------------------
  /// Elements (or elements that hold one) whose first link is worth following.
  Site& links(std::string_view relation, Selector selector);
  /// Every link that a reader meets after a line, once, with the lines around it: title, publisher, age.
  Site& links_after(std::string_view relation, TextPattern marker);
  /// The page says that the rest is for subscribers.
  Site& paywalled_when(Selector selector);
  Site& paywalled_when(TextPattern visible_line);
  /// Fewer words than this in the body mean `layout_changed`. 25 unless said otherwise.
  Site& expect_words(std::size_t words);
  /// The last word, with everything at hand.
  Site& finish(std::function<void(PageContext&, Extraction&)> last_step);

  /// The extractor that follows these rules. Throws Error if they contradict each other.
  std::unique_ptr<Extractor> build() const;
  /// The rules for people to read.
  std::string describe() const;

 private:
  std::shared_ptr<SiteRules> rules_;
};

}  // namespace pith
