#include <algorithm>
#include <string>
#include <vector>

#include "pith/pith.hpp"

namespace {

using enum pith::Boilerplate;

/// A mark that closes a popup; the question above it is the popup.
bool closes_popup(const std::string& text) {
  return text == "×" || text == "✕" || text == "✖" || text == "Close";
}

/// Whether a mark that closes something was cut right behind a block, as buttons are.
bool was_closed(const pith::Block& block, const pith::Ledger& ledger) {
  constexpr std::size_t near = 200;
  return std::any_of(ledger.removals().begin(), ledger.removals().end(), [&](const pith::Removal& removal) {
    return closes_popup(removal.excerpt) && removal.source.begin >= block.source.end &&
           removal.source.begin < block.source.end + near;
  });
}

/// Popups stand between the paragraphs: a short question, perhaps its answers, and the mark that closes it.
void drop_popups(pith::PageContext& context, pith::Extraction& result) {
  if (result.articles.empty()) return;
  std::vector<pith::Block>& body = result.articles.front().body;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const bool mark = closes_popup(pith::text_of(body[i]));
    const bool question = pith::text_of(body[i]).ends_with('?');
    if (!mark && !(question && was_closed(body[i], context.ledger()))) continue;
    std::size_t first = i;
    if (mark && i > 0 && pith::text_of(body[i - 1]).ends_with('?')) --first;
    for (std::size_t at = first; at <= i; ++at) {
      context.ledger().cut_text(pith::text_of(body[at]), popup, "popup closed by ×", body[at].source);
    }
    body.erase(body.begin() + static_cast<std::ptrdiff_t>(first),
               body.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    i = first == 0 ? 0 : first - 1;
  }
}

/// The date in the masthead is the day of the visit. Only what the page's own data says is believed.
void believe_declared_dates_only(pith::PageContext&, pith::Extraction& result) {
  for (pith::Article& article : result.articles) {
    const auto origin = article.origins.find("published");
    const bool visible = origin == article.origins.end() || origin->second.starts_with("time") ||
                         origin->second.starts_with("line");
    if (!visible) continue;
    article.published.reset();
    if (origin != article.origins.end()) article.origins.erase(origin);
  }
}

pith::Site londondaily() {
  return pith::Site{}
      .recognised_by(pith::line("Focus on the big picture."))
      .language("en")
      .hashtag_topics()
      .drop(masthead, pith::line("Focus on the big picture."))
      .drop(popup, pith::line("How do you fix this culture?"))
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
