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
      .drop_from(newsletter, pith::heading("Newsletter"))
      .drop_from(related, pith::heading("Related Articles"))
      .drop_from(media_player, pith::line("0:00"))
      .drop_from(media_player, pith::line("0:00 0:00 Close"))
      .drop_from(media_player, pith::line("0:00 0:00"))
      .links_after("related", pith::heading("Related Articles"))
      .finish(drop_popups)
      .finish(believe_declared_dates_only)
      .recipe("data")
      .article_from_embedded_data()
      .recipe("reading order")
      .body_after_headline();
}

}  // namespace

PITH_PLUGIN(londondaily, "0.1.0", "londondaily.com", "*.londondaily.com", "*.arabpress.com",
            "*.beijingpost.com", "*.cnnbc.com")
