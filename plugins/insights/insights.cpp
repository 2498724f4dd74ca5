#include <algorithm>
#include <iterator>

#include "pith/pith.hpp"
#include "sections.hpp"
#include "summary_data.hpp"

namespace {

using enum pith::Boilerplate;

/// "Summary", "News" and the like are no headline.
constexpr std::size_t least_headline_words = 3;

/// Bytes of points after the name of the first section, if it is not only spoken of.
constexpr std::size_t least_points = 80;

/// The section that every summary begins with.
const pith::TextPattern& first_section() {
  static const pith::TextPattern pattern = pith::line_beginning(summary::first_section);
  return pattern;
}

/// "Headline Core Insights - ...": what stands before the first section in its line is a line of its own.
void split_before_first_section(std::vector<pith::Block>& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].type != pith::BlockType::paragraph) continue;
    const std::string text = pith::text_of(blocks[i]);
    const std::size_t at = text.find(summary::first_section);
    if (at == 0) return;
    if (at == std::string::npos || at + summary::first_section.size() + least_points > text.size()) continue;
    pith::Block before =
        pith::Block::paragraph(std::string(pith::trim(std::string_view(text).substr(0, at))));
    before.source = blocks[i].source;
    pith::Block after = pith::Block::paragraph(text.substr(at));
    after.source = blocks[i].source;
    blocks[i] = std::move(after);
    blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(i), std::move(before));
    return;
  }
}

/// Everything from the first section on, whatever the markup.
std::optional<pith::Article> read_from_first_section(pith::PageContext& context) {
  std::vector<pith::Block> blocks = pith::read_body(context.document().body(), context);
  pith::split_lines(blocks, {context.document().body()}, context);
  split_before_first_section(blocks);
  const auto first = std::find_if(blocks.begin(), blocks.end(), [](const pith::Block& block) {
    return first_section().matches(pith::text_of(block));
  });
  if (first == blocks.end()) return std::nullopt;
  std::string before;
  for (auto at = blocks.begin(); at != first; ++at) before += pith::text_of(*at) + " ";
  if (!pith::trim(before).empty()) {
    context.ledger().cut_text(pith::trim(before), masthead, "before the first section",
                              {blocks.front().source.begin, first->source.begin});
  }
  pith::Article article;
  article.body.assign(std::make_move_iterator(first), std::make_move_iterator(blocks.end()));
  return article;
}

/// The headline of the article that was summarised stands at the end where the page has no other title.
void take_headline_from_end(pith::Article& article, pith::PageContext& context) {
  if (article.body.empty()) return;
  const pith::Block& last = article.body.back();
  const std::string text = pith::text_of(last);
  const bool headline = (last.type == pith::BlockType::paragraph || last.type == pith::BlockType::heading) &&
                        article.body.size() > 1 && last.citations.empty() && !text.ends_with('.');
  if (!headline) return;
  const bool same = pith::comparison_key(text) == pith::comparison_key(article.title);
  const bool untitled =
      pith::count_words(article.title) < least_headline_words || first_section().matches(article.title);
  if (!same && !untitled) return;
  if (untitled) {
    article.title = text;
    article.origins["title"] = "headline at the end";
  }
  context.ledger().cut_text(text, duplicate, "the original headline at the end", last.source);
  article.body.pop_back();
}

void recover(pith::PageContext& context, pith::Extraction& result) {
  for (pith::Article& article : result.articles) {
    article.body = summary::recover_sections(std::move(article.body), article.title);
    pith::take_citations(article.body, context.ledger());
    take_headline_from_end(article, context);
    pith::tidy(article.body);
  }
}

/// Summaries that a machine wrote of one article: sections of bullets with citation marks.
pith::Site insights() {
  return pith::Site{}
      .urls("/news/*")
      .recognised_by(first_section())
      .kind("summary")
      .drop(other, pith::line_beginning("Source: "))
      .drop_from(citation_mark, pith::heading("References"))
      .drop_from(citation_mark, pith::heading("Sources"))
      .drop_from(citation_mark, pith::heading("Citations"))
      .drop_from(related, pith::heading("Related News"))
      .drop_from(related, pith::heading("Related Articles"))
      .drop_from(app_promo, pith::heading("Download the app"))
      .finish(recover)
      .recipe("data")
      .article_from(summary::read_summary_data)
      .article_from_embedded_data()
      .recipe("sections")
      .article_from(read_from_first_section)
      .recipe("reading order")
      .body_after_headline();
}

}  // namespace

PITH_PLUGIN(insights, "0.1.0", "reportify.ai", "*.reportify.ai")
