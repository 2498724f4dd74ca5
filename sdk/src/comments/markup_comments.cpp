#include "comments/markup_comments.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "comments/comment_item.hpp"
#include "comments/comment_lines.hpp"
#include "pith/body_reader.hpp"
#include "pith/selector.hpp"
#include "pith/text.hpp"

namespace pith::comments {
namespace {

constexpr std::size_t longest_author = 100;

/// From what tells most to what tells least.
const std::vector<Selector>& text_selectors() {
  static const std::vector<Selector> selectors{
      "[itemprop~='text'], [itemprop~='commentText']",
      ".comment-content, .comment_content, .comment__content, .commentContent, .comment-text, .comment_text,"
      ".comment__text, .commentText, .comment-message, .comment__message, .comment-copy",
      ".comment-body, .comment_body, .comment__body, .commentBody, .comment-block, .comment-inner"};
  return selectors;
}

const std::vector<Selector>& author_selectors() {
  static const std::vector<Selector> selectors{
      "[itemprop~='author'] [itemprop~='name'], [itemprop~='creator'] [itemprop~='name']",
      "[itemprop~='author'], [itemprop~='creator']",
      ".fn, .comment-author-name, .comment__author-name, .comment-author, .comment_author, .comment__author",
      ".commentAuthor, .commenter, .comment-user, .comment-username, .comment__username",
      "[rel~='author'], .author, .author-name, .user-name, .username, .user, .name",
      "cite"};
  return selectors;
}

const std::vector<Selector>& time_selectors() {
  static const std::vector<Selector> selectors{
      "[itemprop~='dateCreated'], [itemprop~='datePublished'], [itemprop~='commentTime']", "time",
      ".comment-date, .comment_date, .comment__date, .commentDate, .comment-time, .comment__time,"
      ".comment-timestamp, .comment-metadata, .comment-meta, .commentmetadata, .comment__meta",
      ".date, .datetime, .timestamp, .time, .posted, .submitted"};
  return selectors;
}

/// Everything in a comment that is not what was written.
const Selector& not_text() {
  static const Selector selector(
      ".comment-meta, .comment_meta, .comment__meta, .comment-metadata, .commentmetadata, .comment-header,"
      ".comment_header, .comment__header, .comment-info, .comment-author, .comment_author, .comment__author,"
      ".comment-date, .comment_date, .comment__date, .comment-time, .comment-timestamp, .comment-footer,"
      ".comment__footer, .comment-actions, .comment__actions, .comment-reply, .comment-reply-link,"
      ".comment-permalink, .comment-vote, .comment-awaiting-moderation, .comment-edit-link, .reply,"
      ".edit-link, .permalink, .says, .vcard, .avatar, .comment-avatar, .comment__avatar, .reply-link,"
      ".user-info, .actions, .links, .submitted, .datetime, .screen-reader-text,"
      ".visually-hidden, form, button, input, textarea, select, time, [itemprop~='author'],"
      "[itemprop~='creator'], [itemprop~='dateCreated'], [itemprop~='datePublished'], [rel~='nofollow'].fn,"
      "[hidden]");
  return selector;
}

/// For each item the first of its own elements that the first fitting selector finds.
std::vector<Node> firsts(const Document& document, const std::vector<CommentItem>& items,
                         const std::vector<Selector>& selectors) {
  std::vector<Node> found(items.size());
  for (const Selector& selector : selectors) {
    std::vector<Node> now(items.size());
    for (const Node node : document.select(selector)) {
      const auto item = item_around(items, node);
      if (item && items[*item].element != node && !now[*item]) now[*item] = node;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!found[i]) found[i] = now[i];
    }
  }
  return found;
}

std::string author_in(Node node) {
  if (!node) return {};
  std::string text = node.has_attribute("content") ? collapse_space(node.attribute("content"))
                                                   : collapse_space(node.text_content());
  const std::string lower = lower_ascii(text);
  for (const std::string_view end :
       {" says:", " said:",  " says",      " said",      " wrote:", " writes:",  " sagt:",
        " sagt",  " meint:", " schrieb:",  " schreibt:", " dit :",  " dit",      " a dit :",
        " dice:", " dijo:",  " ha detto:", " disse:",    " zegt:",  " schreef:", ":"}) {
    if (!lower.ends_with(end)) continue;
    text.resize(text.size() - end.size());
    break;
  }
  for (const std::string_view start : {"by ", "von ", "de ", "par "}) {
    if (lower.starts_with(start) && text.size() > start.size()) text.erase(0, start.size());
  }
  const bool odd = text.size() > longest_author || text.find('<') != std::string::npos;
  return odd ? std::string() : text;
}

std::optional<DateTime> time_in(Node node) {
  if (!node) return std::nullopt;
  for (const std::string_view name : {"datetime", "content", "title"}) {
    if (auto time = parse_date(node.attribute(name))) return time;
  }
  std::string text = collapse_space(node.text_content());
  // "March 3, 2025 at 9:14 am"
  if (const std::size_t at = text.find(" at "); at != std::string::npos) text.erase(at, 3);
  return parse_date(text);
}

bool holds_item(const std::vector<CommentItem>& items, Node node) {
  const auto next =
      std::upper_bound(items.begin(), items.end(), node.row(),
                       [](std::uint32_t row, const CommentItem& item) { return row < item.element.row(); });
  return next != items.end() && node.contains(next->element);
}

/// Marks what is not the text of its comment.
void cut_what_is_no_text(PageContext& context, const std::vector<CommentItem>& items,
                         const std::vector<Node>& texts) {
  for (const Node node : context.document().select(not_text())) {
    const auto item = item_around(items, node);
    if (item && !holds_item(items, node) &&
        !node.contains(texts[*item] ? texts[*item] : items[*item].element))
      context.ledger().cut(node, Boilerplate::comments, "around a comment");
  }
}

/// The text of each item. From the last to the first: an answer is read before it is cut out of the comment
/// around it.
std::vector<std::vector<Block>> read_texts(PageContext& context, const std::vector<CommentItem>& items,
                                           const std::vector<Node>& texts) {
  std::vector<std::vector<Block>> bodies(items.size());
  for (std::size_t i = items.size(); i-- > 0;) {
    context.check_time();
    const Node element = items[i].element;
    bodies[i] = read_body(texts[i] ? texts[i] : element, context, {.generic_cuts = false});
    if (items[i].parent) context.ledger().cut(element, Boilerplate::comments, "answer");
  }
  return bodies;
}

}  // namespace

std::vector<Comment> comments_in_markup(PageContext& context) {
  const Document& document = context.document();
  const std::vector<CommentItem> items = comment_items(document);
  std::vector<Comment> comments;
  if (items.empty()) return comments;
  const std::vector<Node> texts = firsts(document, items, text_selectors());
  const std::vector<Node> authors = firsts(document, items, author_selectors());
  const std::vector<Node> times = firsts(document, items, time_selectors());
  cut_what_is_no_text(context, items, texts);
  std::vector<std::vector<Block>> bodies = read_texts(context, items, texts);
  // How deep an answer to the item is.
  std::vector<int> depths(items.size(), 0);
  std::vector<bool> has_answers(items.size(), false);
  for (const CommentItem& item : items) {
    if (item.parent) has_answers[*item.parent] = true;
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    const int depth = items[i].parent ? depths[*items[i].parent] : 0;
    Comment comment;
    comment.author = author_in(authors[i]);
    comment.published = time_in(times[i]);
    comment.depth = depth;
    comment.body = std::move(bodies[i]);
    take_lines_around(comment);
    // With answers inside and nobody who wrote it, it is the list of them under its heading.
    const bool list = has_answers[i] && comment.author.empty() && !comment.published;
    const bool written = !list && is_written(comment);
    depths[i] = written ? depth + 1 : depth;
    if (written) comments.push_back(std::move(comment));
  }
  return comments;
}

}  // namespace pith::comments
