#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pith/pith.hpp"
#include "related_cards.hpp"

namespace {

using enum pith::Boilerplate;

/// Lines between the headline and the text: publisher and age of the article.
constexpr std::size_t lines_of_head = 5;
constexpr std::size_t longest_publisher = 60;
constexpr std::size_t longest_head_line = 90;

/// Where the age begins in "Metal Times 3 hours ago", whatever stands between the two; npos if there is none.
std::size_t age_at(std::string_view text) {
  if (text.size() > longest_head_line) return std::string_view::npos;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    const bool first = at == 0 || text[at - 1] < '0' || text[at - 1] > '9';
    if (first && (digit || at == 0) && pith::is_relative_time(text.substr(at))) return at;
  }
  return std::string_view::npos;
}

/// "- Business", "- Metal Times", "#Energy": what the article is filed under.
bool is_label(std::string_view text) {
  if (text.size() > longest_publisher || pith::ends_sentence(text)) return false;
  return text.starts_with("- ") || text.starts_with("• ") || text.starts_with('#');
}

void read_head_lines(pith::PageContext& context, pith::Extraction& result) {
  if (result.articles.empty()) return;
  pith::Article& article = result.articles.front();
  std::vector<pith::Block>& body = article.body;
  for (std::size_t i = 0; i < body.size() && i < lines_of_head; ++i) {
    const std::string line = pith::text_of(body[i]);
    if (line.size() > longest_head_line) return;
    const std::size_t age = age_at(line);
    if (age == std::string_view::npos) continue;
    std::string publisher(pith::trim(std::string_view(line).substr(0, age)));
    if (publisher.empty() && i > 0) publisher = pith::text_of(body[i - 1]);
    if (article.publisher.empty() && publisher.size() <= longest_publisher)
      article.publisher = std::move(publisher);
    std::size_t last = i;
    while (last + 1 < body.size() && is_label(pith::text_of(body[last + 1]))) ++last;
    for (std::size_t at = 0; at <= last; ++at) {
      context.ledger().cut_text(pith::text_of(body[at]), masthead, "publisher and age above the text",
                                body[at].source);
    }
    body.erase(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    return;
  }
}

/// On every Daily8 page the related cards hold whole articles, longer than the one that is shown: the
/// article is what stands between its headline and the first line of the page's own furniture.
pith::Site daily8() {
  return pith::Site{}
      .urls("/*/article/*")
      .urls("/article/*")
      .recognised_by(pith::line("Explore what Daily8 AI can do for you:"))
      .recognised_by(pith::line("Try Our AI Features"))
      .drop(masthead, pith::line("logo"))
      .drop(other, pith::line("time"))
      .drop(app_promo, pith::line("app-storeplay-store"))
      .drop_from(product_promo, pith::line("Orange background"))
      .drop_from(product_promo, pith::line_beginning("Try Our AI Features"))
      .drop_from(product_promo, pith::line_beginning("Explore what Daily8 AI can do for you"))
      .drop_from(comments, pith::heading("Comments"))
      .drop_from(comments, pith::line_beginning("No comments yet"))
      .drop_from(related, pith::heading("Related Articles"))
      .drop_from(app_promo, pith::heading("DOWNLOAD THE APP"))
      .drop_from(app_promo, pith::line_beginning("Get Started Now: Download the App"))
      .drop_from(app_promo, pith::line_beginning("Ready to dive into a world of global content"))
      .links_after("related", pith::heading("Related Articles"))
      .lines_are_paragraphs()
      .join_broken_paragraphs()
      .photo_lines()
      .finish(read_head_lines)
      .recipe("data")
      .article_from_embedded_data()
      .finish(related_cards::read_related_cards)
      .recipe("reading order")
      .body_after_headline();
}

}  // namespace

PITH_PLUGIN(daily8, "0.1.0", "daily8.ai", "*.daily8.ai", "daily8.com", "*.daily8.com")
