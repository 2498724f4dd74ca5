#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "entries.hpp"
#include "next_page.hpp"
#include "pith/pith.hpp"
#include "posts_data.hpp"

namespace {

using enum pith::Boilerplate;
using blog_index::begins_continue_reading;
using pith::Article;
using pith::Block;
using pith::PageContext;

/// Bytes that "Continue Reading" has at most, but for the title that may follow.
constexpr std::size_t longest_mark = 80;

constexpr std::size_t longest_title = 300;

/// A line of the date, and what may stand before it.
constexpr std::size_t longest_date = 40;

/// Words that "Continue Reading" may stand after in an excerpt.
constexpr std::size_t longest_excerpt = 120;

bool ends_cut(const std::string& text) {
  for (const std::string_view mark : {"…", "...", "[…]", "[...]", "[&hellip;]", "»"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

/// "... and be painted… Continue Reading": the link in the excerpt's own paragraph, at its end.
bool strip_last_link(Block& block, PageContext& context) {
  std::size_t first = block.spans.size();
  std::string words;
  for (std::size_t i = block.spans.size(); i-- > 0;) {
    if (words.size() > longest_mark + longest_title) break;
    words.insert(0, block.spans[i].text);
    if (!block.spans[i].href.empty() && begins_continue_reading(words)) first = i;
    if (!block.spans[i].href.empty() || pith::trim(block.spans[i].text).empty()) continue;
    if (words.size() > longest_mark) break;
  }
  if (first == 0 || first == block.spans.size()) return false;
  words.clear();
  for (std::size_t i = first; i < block.spans.size(); ++i) words += block.spans[i].text;
  context.ledger().cut_text(words, read_more, "continue reading", block.source);
  block.spans.erase(block.spans.begin() + static_cast<std::ptrdiff_t>(first), block.spans.end());
  std::string& last = block.spans.back().text;
  last.resize(pith::trim(last).empty() ? 0 : last.find_last_not_of(' ') + 1);
  if (last.empty()) block.spans.pop_back();
  return true;
}

/// Takes "Continue Reading" and the title out of an entry; says whether there was a "Continue Reading".
bool strip_furniture(Article& article, PageContext& context) {
  bool more = false;
  const std::string title = pith::comparison_key(article.title);
  std::erase_if(article.body, [&](Block& block) {
    const std::string text = pith::text_of(block);
    if (begins_continue_reading(text) && text.size() <= longest_mark + article.title.size()) {
      more = true;
      context.ledger().cut_text(text, read_more, "continue reading", block.source);
      return true;
    }
    if (!title.empty() && pith::comparison_key(text) == title) {
      context.ledger().cut_text(text, duplicate, "the title again", block.source);
      return true;
    }
    if (text.size() <= longest_date) {
      if (std::optional<pith::DateTime> date = pith::parse_date(text)) {
        if (!article.published) article.published = std::move(date);
        context.ledger().cut_text(text, other, "date of the entry", block.source);
        return true;
      }
    }
    more = strip_last_link(block, context) || more;
    return false;
  });
  return more;
}

pith::Completeness completeness_of(const Article& article, bool continue_reading) {
  const std::string text = pith::text_of(article.body);
  if (text.empty()) return pith::Completeness::empty;
  if (ends_cut(text)) return pith::Completeness::excerpt;
  // A list of other publishers' headlines is no text of its own.
  const bool has_sentence = std::any_of(article.body.begin(), article.body.end(), [](const Block& block) {
    return block.type == pith::BlockType::paragraph && pith::ends_sentence(pith::text_of(block));
  });
  if (!has_sentence) return pith::Completeness::excerpt;
  const bool short_text = pith::count_words(article.body) < longest_excerpt;
  return continue_reading && short_text ? pith::Completeness::excerpt : pith::Completeness::full;
}

void read_entry_fields(const blog_index::Entry& entry, Article& article) {
  static const pith::Selector times("time[datetime]");
  static const pith::Selector authors(
      ".author a, .byline a, [rel~=author], .wp-block-post-author__name, .entry-author");
  for (const pith::Node part : entry.parts) {
    if (const pith::Node time = part.find(times); time && !article.published) {
      article.published = pith::parse_date(time.attribute("datetime"));
    }
    if (!article.authors.empty()) continue;
    for (const pith::Node author : part.select(authors)) {
      for (std::string& name : pith::split_names(author.text())) {
        if (std::find(article.authors.begin(), article.authors.end(), name) == article.authors.end()) {
          article.authors.push_back(std::move(name));
        }
      }
    }
  }
  if (article.published) article.origins["published"] = "time[datetime]";
}

void cut_entry_furniture(const blog_index::Entry& entry, PageContext& context) {
  static const pith::Selector meta(
      ".entry-meta, .post-meta, .entry-footer, .wp-block-post-date, .wp-block-post-author, .byline, "
      ".posted-on, "
      ".cat-links, .tags-links, .sharedaddy, .jp-relatedposts, .wp-block-post-terms, time");
  for (const pith::Node part : entry.parts) {
    for (const pith::Node node : part.select(meta)) context.ledger().cut(node, other, "drop entry meta");
  }
}

/// The last words of an entry.
std::string last_text(const std::vector<Block>& body) {
  const auto last = std::find_if(body.rbegin(), body.rend(), [](const Block& block) {
    return block.type != pith::BlockType::figure && !pith::text_of(block).empty();
  });
  return last == body.rend() ? std::string() : pith::text_of(*last);
}

/// What is done to the text of an entry, wherever it comes from.
void finish_entry(Article& article, PageContext& context) {
  article.kind = "post";
  const bool more = strip_furniture(article, context);
  const std::string end = last_text(article.body);
  pith::clean_article(article, context);
  // The notice of the paper that it is from stands behind a whole article only.
  const bool noticed = !article.syndicated_from.empty() && last_text(article.body) != end;
  pith::photo_lines(article.body, context.ledger());
  // What is left of a teaser but its picture is no text.
  article.completeness = completeness_of(article, more && !noticed);
  for (const Block& block : article.body) {
    if (block.type != pith::BlockType::figure || block.images.empty()) continue;
    article.image = block.images.front();
    break;
  }
  if (article.completeness != pith::Completeness::full) {
    std::erase_if(article.body, [](const Block& block) { return block.type == pith::BlockType::figure; });
  }
}

Article read_entry(const blog_index::Entry& entry, PageContext& context) {
  Article article;
  article.title = entry.title;
  article.origins["title"] = "linked heading";
  article.url = entry.url;
  article.canonical_url = pith::canonical_url(entry.url);
  read_entry_fields(entry, article);
  cut_entry_furniture(entry, context);
  article.body = pith::read_body(entry.parts, context);
  pith::split_lines(article.body, entry.parts, context);
  finish_entry(article, context);
  return article;
}

Article read_post_data(blog_index::PostData post, PageContext& context) {
  Article article = std::move(post.article);
  article.body = pith::blocks_of_html(post.text, context);
  finish_entry(article, context);
  return article;
}

pith::Link link_to(const Article& article) {
  pith::Link link;
  link.url = article.url;
  link.canonical_url = article.canonical_url;
  link.title = article.title;
  link.authors = article.authors;
  link.published = article.published;
  link.image = article.image;
  link.relation = "item";
  if (article.completeness == pith::Completeness::excerpt) link.summary = pith::text_of(article.body);
  return link;
}

void add_next_page(PageContext& context, pith::Extraction& result) {
  const pith::Node node = blog_index::find_next_page(context.document().root());
  if (!node) return;
  pith::Link link;
  link.url = context.resolve(node.attribute("href"));
  link.canonical_url = pith::canonical_url(link.url);
  link.title = pith::collapse_space(node.text());
  link.relation = "next_page";
  if (pith::is_web_url(link.url)) result.links.push_back(std::move(link));
}

std::size_t text_size(const std::vector<pith::Node>& nodes, const PageContext& context) {
  std::size_t size = 0;
  for (const pith::Node node : nodes) size += pith::visible_text(node, context.ledger()).size();
  return size;
}

/// Themes put the text of a post anywhere, and call that of related posts by the same names.
std::optional<Article> read_post(PageContext& context) {
  Article article;
  article.body = pith::read_main_content(context).body;
  if (article.body.empty()) return std::nullopt;
  article.origins["body"] = "main content";
  return article;
}

/// One post, wherever the theme puts it.
pith::Site single_post() {
  return pith::Site{}
      .kind("post")
      .title("h1.entry-title, h1.wp-block-post-title, h1.post-title")
      .authors(
          ".entry-meta .author a, .byline .author, .author.vcard, [rel~=author], .wp-block-post-author__name")
      .published("time.entry-date[datetime], .wp-block-post-date time[datetime], .posted-on time[datetime]",
                 pith::attribute("datetime"))
      .topics(".cat-links a, .tags-links a, .wp-block-post-terms a, a[rel~=tag]")
      .drop(share,
            ".sharedaddy, .share-buttons, .social-share, .addtoany_share_save_container, "
            ".heateor_sss_sharing_container")
      .drop(related, ".jp-relatedposts, .related-posts, .yarpp, .yarpp-related, .crp_related")
      .drop(tags, ".tags-links, .cat-links, .tagcloud, .wp-block-tag-cloud, .wp-block-post-terms")
      .drop(comments, "#comments, .comments-area, #respond, .wp-block-comments")
      .drop(navigation, ".post-navigation, .nav-links, .wp-block-post-navigation-link")
      .drop(author_bio, ".author-box, .author-bio, .wp-block-post-author-biography")
      .drop(read_more, pith::line("Continue Reading"))
      .drop_from(related, pith::heading("Related Posts"))
      .drop_from(related, pith::heading("Related"))
      .drop_from(related, pith::heading("Related posts:"))
      .drop_from(related, pith::heading("Related Articles"))
      .drop_from(related, pith::heading("You may also like"))
      .drop_from(related, pith::heading("You might also like"))
      .drop_from(related, pith::heading("More posts"))
      .drop_from(comments, pith::heading("Leave a Reply"))
      .drop_from(comments, pith::heading("Leave a comment"))
      .photo_lines()
      .article_from(read_post);
}

/// WordPress and what looks like it: an index is many articles, a post is one.
class WordPressBlog : public pith::Extractor {
 public:
  WordPressBlog() : single_(single_post().build()) {}

  pith::Claim claim_page(const pith::Page&, const pith::Document& document) const override {
    static const pith::Selector wordpress(
        "meta[name=generator][content^='WordPress'], .wp-block-post-content, .wp-block-post-template, "
        "body.wp-singular, body.single-post, body.blog, article.hentry, article[class*='type-post']");
    if (document.is_xml()) return pith::Claim::none;
    if (document.find(wordpress)) return pith::Claim::shape;
    if (blog_index::carries_posts(document)) return pith::Claim::shape;
    return is_plain_index(document) ? pith::Claim::shape : pith::Claim::none;
  }

  pith::Extraction extract(PageContext& context) const override {
    if (blog_index::carries_posts(context.document())) return read_data(context);
    const std::vector<blog_index::Entry> entries =
        is_single(context.document()) ? std::vector<blog_index::Entry>{} : blog_index::find_entries(context);
    if (entries.empty() || is_beside_article(entries, context)) return read_single(context);
    std::vector<Article> articles;
    for (const blog_index::Entry& entry : entries) {
      context.check_time();
      articles.push_back(read_entry(entry, context));
    }
    return index_of(std::move(articles), "index", context);
  }

  std::string describe() const override {
    return "index: linked headings (or links said twice), each an article of its own\n" +
           single_post().describe();
  }

 private:
  static pith::Extraction index_of(std::vector<Article> articles, const char* recipe, PageContext& context) {
    pith::Extraction result;
    result.kind = "index";
    result.recipe = recipe;
    result.status = pith::Status::ok;
    result.articles = std::move(articles);
    for (const Article& article : result.articles) result.links.push_back(link_to(article));
    add_next_page(context, result);
    result.channel.emplace();
    result.channel->url = context.page().address();
    if (!context.metadata().titles.empty()) result.channel->title = context.metadata().titles.front().text;
    return result;
  }

  static pith::Extraction read_data(PageContext& context) {
    std::vector<Article> articles;
    for (blog_index::PostData& post : blog_index::read_posts_data(context)) {
      context.check_time();
      articles.push_back(read_post_data(std::move(post), context));
    }
    return index_of(std::move(articles), "posts as data", context);
  }

  /// Linked headings that have less text than what stands elsewhere on the page are its related posts.
  static bool is_beside_article(const std::vector<blog_index::Entry>& entries, PageContext& context) {
    const std::vector<pith::Node> content = pith::find_main_content(context);
    std::size_t of_entries = 0;
    for (const blog_index::Entry& entry : entries) {
      for (const pith::Node node : content) {
        if (node.contains(entry.heading)) return false;
      }
      of_entries += text_size(entry.parts, context);
    }
    return text_size(content, context) > of_entries;
  }

  /// No site has promised anything: a page of a blog without a text is one without an article.
  pith::Extraction read_single(PageContext& context) const {
    pith::Extraction result = single_->extract(context);
    if (result.status == pith::Status::layout_changed) {
      result.status = pith::Status::no_article;
      result.articles.clear();
    }
    return result;
  }

  static bool is_single(const pith::Document& document) {
    static const pith::Selector single(
        "body.single, body.single-post, body.wp-singular:not(.home):not(.blog)");
    static const pith::Selector og("meta[property='og:type'][content=article]");
    static const pith::Selector index("body.blog, body.archive, body.home, .wp-block-post-template");
    if (document.find(index)) return false;
    return document.find(single) || document.find(og);
  }

  /// No trace of WordPress, but several links "Continue Reading".
  static bool is_plain_index(const pith::Document& document) {
    static const pith::Selector more("a:contains-text('continue reading')");
    return document.utf8().find("ontinue ") != std::string_view::npos && document.select(more).size() >= 2;
  }

  std::unique_ptr<pith::Extractor> single_;
};

std::unique_ptr<pith::Extractor> wpblog() {
  return std::make_unique<WordPressBlog>();
}

}  // namespace

PITH_PLUGIN(wpblog, "0.1.0")
