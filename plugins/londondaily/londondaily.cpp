#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "pith/pith.hpp"

namespace {

using enum pith::Boilerplate;

/// The question of the poll that was seen, which may stand without a mark.
constexpr std::string_view known_question = "how do you fix this culture?";
constexpr std::size_t longest_question = 120;
constexpr std::size_t longest_answer = 40;
constexpr std::size_t most_answers = 6;

/// Words of a sentence that is none of a form's labels.
constexpr std::size_t least_prose_words = 6;

/// "Sign up to get our daily news by email."
bool asks_for_address(const std::string& text) {
  const std::string key = pith::comparison_key(text);
  for (const std::string_view words : {"sign up", "subscribe", "get the latest", "enter your e", "your email",
                                       "by subscribing", "by signing up", "join our"}) {
    if (key.starts_with(words)) return true;
  }
  return false;
}

/// A mark that closes a popup; the question above it is the popup.
bool closes_popup(const std::string& text) {
  return text == "×" || text == "✕" || text == "✖" || text == "Close";
}

/// Whether a mark that closes something was cut right behind a block and before the next, as buttons are.
bool was_closed(const std::vector<pith::Block>& body, std::size_t at, const pith::Ledger& ledger) {
  constexpr std::size_t near = 200;
  const std::size_t begin = body[at].source.end;
  std::size_t end = begin + near;
  if (at + 1 < body.size()) end = std::min<std::size_t>(end, body[at + 1].source.begin);
  return std::any_of(ledger.removals().begin(), ledger.removals().end(), [&](const pith::Removal& removal) {
    return closes_popup(removal.excerpt) && removal.source.begin >= begin && removal.source.begin < end;
  });
}

/// "How do you fix this culture?×": the mark of closing ran into the question.
bool is_closed_question(const std::string& text) {
  for (const std::string_view mark : {"×", "✕", "✖"}) {
    if (!text.ends_with(mark)) continue;
    const std::string question(pith::trim(std::string_view(text).substr(0, text.size() - mark.size())));
    return question.size() <= longest_question && question.find('?') != std::string::npos;
  }
  return false;
}

/// Where the popup begins that the mark at `mark` closes: its question, with short answers between.
std::size_t popup_begin(const std::vector<pith::Block>& body, std::size_t mark) {
  for (std::size_t at = mark; at-- > 0 && at + most_answers + 1 >= mark;) {
    const std::string text = pith::text_of(body[at]);
    if (text.ends_with('?')) return text.size() <= longest_question ? at : mark;
    if (text.size() > longest_answer || pith::ends_sentence(text)) return mark;
  }
  return mark;
}

bool has_mark_after(const std::vector<pith::Block>& body, std::size_t question) {
  const std::size_t end = std::min(body.size(), question + most_answers + 2);
  for (std::size_t at = question + 1; at < end; ++at) {
    if (closes_popup(pith::text_of(body[at]))) return true;
  }
  return false;
}

/// Popups stand between the paragraphs: a short question, perhaps its answers, and the mark that closes it.
void drop_popups(pith::PageContext& context, pith::Extraction& result) {
  if (result.articles.empty()) return;
  std::vector<pith::Block>& body = result.articles.front().body;
  for (std::size_t i = 0; i < body.size();) {
    const bool mark = closes_popup(pith::text_of(body[i]));
    const bool question = pith::text_of(body[i]).ends_with('?');
    const bool closed = is_closed_question(pith::text_of(body[i]));
    const bool known =
        pith::comparison_key(pith::text_of(body[i])) == known_question && !has_mark_after(body, i);
    if (!mark && !closed && !known && !(question && was_closed(body, i, context.ledger()))) {
      ++i;
      continue;
    }
    const std::size_t first = mark ? popup_begin(body, i) : i;
    for (std::size_t at = first; at <= i; ++at) {
      context.ledger().cut_text(pith::text_of(body[at]), popup, "popup closed by ×", body[at].source);
    }
    body.erase(body.begin() + static_cast<std::ptrdiff_t>(first),
               body.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    i = first;
  }
}

bool is_prose(const pith::Block& block) {
  const std::string text = pith::text_of(block);
  return pith::count_words(text) >= least_prose_words && pith::ends_sentence(text) && !asks_for_address(text);
}

/// Where the page had lines that say "Newsletter" and went as known words.
std::vector<std::size_t> newsletter_boxes(const pith::Ledger& ledger) {
  std::vector<std::size_t> places;
  for (const pith::Removal& cut : ledger.removals()) {
    const bool box = cut.kind == newsletter && pith::comparison_key(cut.excerpt) == "newsletter";
    if (box && cut.source.begin > 0) places.push_back(cut.source.begin);
  }
  std::sort(places.begin(), places.end());
  return places;
}

/// A box to sign up in stands among the paragraphs, or behind them. What follows the last is no text unless
/// other furniture was cut behind that.
void drop_newsletter_boxes(pith::PageContext& context, pith::Extraction& result) {
  if (result.articles.empty()) return;
  std::vector<pith::Block>& body = result.articles.front().body;
  const std::vector<std::size_t> places = newsletter_boxes(context.ledger());
  for (const std::size_t place : places) {
    const std::vector<pith::Removal>& cuts = context.ledger().removals();
    const bool among =
        place != places.back() || std::any_of(cuts.begin(), cuts.end(), [&](const pith::Removal& cut) {
          return (cut.kind == related || cut.kind == media_player) && cut.source.begin > place;
        });
    const auto begin = std::find_if(body.begin(), body.end(),
                                    [&](const pith::Block& block) { return block.source.begin > place; });
    const auto end = among ? std::find_if(begin, body.end(), is_prose) : body.end();
    for (auto at = begin; at != end; ++at) {
      context.ledger().cut_text(pith::text_of(*at), newsletter, "newsletter box", at->source);
    }
    body.erase(begin, end);
  }
}

/// Whether the date stands in the page's own data: declared in its markup, or beside the body in a script.
bool is_declared(const std::string& origin, const pith::Article& article) {
  for (const std::string_view start : {"json-ld", "meta ", "microdata "}) {
    if (origin.starts_with(start)) return true;
  }
  const auto body = article.origins.find("body");
  return body != article.origins.end() && origin == body->second;
}

/// The date in the masthead is the day of the visit. Only what the page's own data says is believed.
void believe_declared_dates_only(pith::PageContext&, pith::Extraction& result) {
  for (pith::Article& article : result.articles) {
    const auto origin = article.origins.find("published");
    if (origin != article.origins.end() && is_declared(origin->second, article)) continue;
    article.published.reset();
    if (origin != article.origins.end()) article.origins.erase(origin);
  }
}

pith::Site londondaily() {
  return pith::Site{}
      .recognised_by(pith::line("Focus on the big picture."))
      .language("en")
      .lines_are_paragraphs()
      .hashtag_topics()
      .drop(masthead, pith::line("Focus on the big picture."))
      .drop_from(related, pith::heading("Related Articles"))
      .drop_from(media_player, pith::line("0:00"))
      .drop_from(media_player, pith::line("0:00 0:00 Close"))
      .drop_from(media_player, pith::line("0:00 0:00"))
      .links_after("related", pith::heading("Related Articles"))
      .finish(drop_popups)
      .finish(drop_newsletter_boxes)
      .finish(believe_declared_dates_only)
      .recipe("data")
      .article_from_embedded_data()
      .recipe("reading order")
      .body_after_headline();
}

}  // namespace

PITH_PLUGIN(londondaily, "0.1.0", "londondaily.com", "*.londondaily.com", "*.arabpress.com",
            "*.beijingpost.com", "*.cnnbc.com")
