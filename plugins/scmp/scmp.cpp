#include <algorithm>
#include <string>

#include "next_data.hpp"
#include "notices.hpp"
#include "pith/pith.hpp"

namespace {

using enum pith::Boilerplate;

/// Sub-headlines that only lead to another article are its promotion.
void drop_linked_headings(pith::PageContext& context, pith::Extraction& result) {
  for (pith::Article& article : result.articles) {
    std::erase_if(article.body, [&](const pith::Block& block) {
      const bool linked = block.type == pith::BlockType::heading && block.spans.size() == 1 &&
                          block.spans.front().href.find("/article/") != std::string::npos;
      if (linked) {
        context.ledger().cut_text(pith::text_of(block), related, "heading that links to an article",
                                  block.source);
      }
      return linked;
    });
  }
}

/// Articles are told apart by their path; what stands behind it tells where the reader came from.
void strip_query(pith::PageContext&, pith::Extraction& result) {
  for (pith::Article& article : result.articles) {
    std::string& url = article.canonical_url;
    if (url.find("/article/") != std::string::npos) url.resize(std::min(url.find_first_of("?#"), url.size()));
  }
}

/// Pages from three generations, each recognised by what it carries: data first, then markup by
/// `data-qa` (class names are hashed), AMP, the older Drupal pages, and at last reading order.
pith::Site scmp() {
  return pith::Site{}
      .urls("/*article/*")
      .recognised_by("meta[property='og:site_name'][content='South China Morning Post']")
      .recognised_by("link[rel=canonical][href*='scmp.com/'][href*='/article/']")
      .language("en")
      .site_name("South China Morning Post")
      .drop(advertisement, "[class*='scmp-advert'], [class*='inline-advert'], [data-qa*='AdSlot']")
      .drop(related, ".related-article, [data-qa*='RelatedArticle'], [data-qa*='MoreOnThis']")
      .drop(share, ".share-widget, .social-media, [data-qa*='SocialShare']")
      .drop(comments, ".article-body-comment, [data-qa*='Comment']")
      .drop(newsletter, "[data-qa*='Newsletter']")
      .drop(newsletter,
            "form:has(input[type=email]), div:has(> input[type=email]):not(:has(h1, figure, article, "
            "section)), "
            "div:has(> form input[type=email]):not(:has(h1, h2, figure, article, section)), "
            "section:has(> form input[type=email]):not(:has(h1, h2, figure, article, section))")
      .drop(advertisement, "amp-ad, amp-embed, amp-sticky-ad")
      .drop(widget, ".sidebar-col")
      .drop(footer, "body > .footer, #footer")
      .drop(read_more, pith::line("Read more"))
      .drop(read_more, pith::line_beginning("Read more:"))
      .drop(related, pith::line("Related stories"))
      .drop(app_promo, pith::line_beginning("Download our app"))
      .drop(newsletter, pith::line_beginning("SCMP Daily newsletter:"))
      .drop(app_promo, pith::line_ending("download our app."))
      .drop(widget, pith::line("Listen to this article"))
      .drop(comments, pith::line("Post a comment"))
      .drop(comments, pith::line_beginning("Comments (0)"))
      .drop_from(related, pith::heading("Related Articles"))
      .drop_from(related, pith::heading("More on this story"))
      .drop_from(related, pith::heading("You may also like"))
      .drop_from(comments, pith::heading("Comments"))
      .drop_from(paywall_notice, pith::heading("Subscribe to continue"))
      .drop_from(paywall_notice, pith::heading("Subscribe to continue reading"))
      .drop_from(paywall_notice, pith::heading("Keep reading with a subscription"))
      .drop_from(paywall_notice, pith::heading("Unlock this article"))
      .paywalled_when("[class*='paywall'], [data-qa*='Paywall'], [id*='paywall']")
      .drop(syndication_notice,
            pith::line_beginning("This article appeared in the South China Morning Post print edition"))
      .drop(widget, pith::line_beginning("Reading Time:"))
      .lines_are_paragraphs()
      .photo_lines()
      .finish(drop_linked_headings)
      .finish(strip_query)
      .finish(scmp_data::drop_notices)
      .finish(scmp_data::read_paywall)
      .recipe("Next.js data, 2021 on")
      .when("script#__NEXT_DATA__")
      .article_from(scmp_data::read_next_data)
      .recipe("Apollo state, 2020")
      .when([](const pith::Page&, const pith::Document& document) {
        return document.utf8().find("__APOLLO_STATE__") != std::string_view::npos;
      })
      .article_from(scmp_data::read_apollo_state)
      .recipe("markup by data-qa")
      .when("[data-qa='ContentBody-ContentBodyContainer']")
      .title("h1")
      .subtitle("[data-qa*='SubHeadline'], [data-qa*='SummaryContainer']")
      .authors("[data-qa*='AuthorName'], [data-qa*='ContentAuthor'] a")
      .published("time[datetime]", pith::attribute("datetime"))
      .body("[data-qa='ContentBody-ContentBodyContainer']")
      .recipe("streamed data")
      .when([](const pith::Page&, const pith::Document& document) {
        return document.utf8().find("__next_f") != std::string_view::npos;
      })
      .article_from(scmp_data::read_streamed)
      .recipe("AMP")
      .when("html[amp], html[\\26A1]")
      .title("h1")
      .body(".article-body, [itemprop='articleBody'], article")
      .recipe("Drupal, to 2018")
      .when(".pane-node-body, .field-name-body, .article-body, .node-article")
      .title("h1")
      .body(".pane-node-body")
      .body(".field-name-body")
      .body(".article-body")
      .body(".node-article")
      .recipe("semantic markup")
      .when("article h1, article p, [itemprop='articleBody']")
      .title("h1")
      .body("[itemprop='articleBody']")
      .body_after_headline()
      .recipe("embedded data of another shape")
      .article_from_embedded_data()
      .recipe("reading order")
      .body_after_headline();
}

}  // namespace

PITH_PLUGIN(scmp, "0.1.0", "scmp.com", "*.scmp.com")
