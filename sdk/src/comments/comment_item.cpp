#include "comments/comment_item.hpp"

#include <algorithm>
#include <string_view>

#include "pith/selector.hpp"

namespace pith::comments {
namespace {

constexpr std::size_t most_items = 5'000;

/// schema.org's types, and the classes that WordPress, Drupal, Blogger, Disqus and themes give a comment.
const Selector& named_items() {
  static const Selector selector(
      "[itemtype$='schema.org/Comment'], [itemtype$='schema.org/UserComments'], [itemprop~='comment'],"
      "li.comment, div.comment, article.comment, section.comment, dl.comment, tr.comment,"
      ".comment-item, .comment_item, .comment__item, .commentItem, .comment-entry, .comment-container,"
      ".single-comment, .js-comment,"
      "li[id^='comment'], div[id^='comment'], article[id^='comment'], li[id^='li-comment']");
  return selector;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 20 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "comment-17", "comment17", "li-comment-17"
bool has_numbered_id(Node node) {
  std::string_view id = node.id();
  if (id.starts_with("li-")) id.remove_prefix(3);
  if (!id.starts_with("comment")) return false;
  id.remove_prefix(7);
  if (id.starts_with('-') || id.starts_with('_')) id.remove_prefix(1);
  return is_number(id);
}

bool is_named_item(Node node) {
  static const Selector by_id("[id^='comment'], [id^='li-comment']");
  static const Selector by_name(
      "[itemtype], [itemprop], .comment, .comment-item, .comment_item, .comment__item, .commentItem,"
      ".comment-entry, .comment-container, .single-comment, .js-comment");
  // A note that another site links here.
  if (node.has_class("pingback") || node.has_class("trackback")) return false;
  return node.matches(by_name) || (node.matches(by_id) && has_numbered_id(node));
}

bool has_text(Node first, std::uint32_t end) {
  for (Node node = first; node && node.row() < end; node = node.following()) {
    if (node.is_text() && node.data().find_first_not_of(" \t\r\n") != std::string_view::npos) return true;
  }
  return false;
}

/// Elements of one comment in one another (`li.comment > div.comment`) are one item, the outer; a list that
/// bears the name of what it holds is none.
class Nesting {
 public:
  explicit Nesting(std::vector<Node> found) : found_(std::move(found)), around_(found_.size()) {
    std::vector<std::size_t> open;
    children_.resize(found_.size());
    for (std::size_t i = 0; i < found_.size(); ++i) {
      while (!open.empty() && !found_[open.back()].contains(found_[i])) open.pop_back();
      if (!open.empty()) {
        around_[i] = open.back();
        children_[open.back()].push_back(i);
      }
      open.push_back(i);
    }
  }

  std::vector<CommentItem> items() const {
    std::vector<CommentItem> items;
    // For each found element the item that stands for it or around it.
    std::vector<std::optional<std::size_t>> standing(found_.size());
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const auto around = around_[i] ? standing[*around_[i]] : std::nullopt;
      standing[i] = around;
      if (is_list(i) || is_inner_half(i)) continue;
      standing[i] = items.size();
      items.push_back({found_[i], around});
    }
    return items;
  }

 private:
  bool begins_with_child(std::size_t i) const {
    return !children_[i].empty() && !has_text(found_[i].following(), found_[children_[i].front()].row());
  }

  bool is_list(std::size_t i) const {
    if (!begins_with_child(i)) return false;
    const Node first = found_[children_[i].front()];
    return std::any_of(children_[i].begin() + 1, children_[i].end(),
                       [&](std::size_t child) { return found_[child].parent() == first.parent(); });
  }

  bool is_inner_half(std::size_t i) const {
    return around_[i] && children_[*around_[i]].front() == i && begins_with_child(*around_[i]) &&
           !is_list(*around_[i]);
  }

  std::vector<Node> found_;
  std::vector<std::optional<std::size_t>> around_;
  std::vector<std::vector<std::size_t>> children_;
};

}  // namespace

std::vector<CommentItem> comment_items(const Document& document) {
  std::vector<Node> found;
  for (const Node node : document.select(named_items())) {
    if (found.size() == most_items) break;
    if (is_named_item(node)) found.push_back(node);
  }
  return Nesting(std::move(found)).items();
}

std::optional<std::size_t> item_around(const std::vector<CommentItem>& items, Node node) {
  const auto after =
      std::upper_bound(items.begin(), items.end(), node.row(),
                       [](std::uint32_t row, const CommentItem& item) { return row < item.element.row(); });
  if (after == items.begin()) return std::nullopt;
  std::optional<std::size_t> at = static_cast<std::size_t>(after - items.begin()) - 1;
  while (at && !items[*at].element.contains(node)) at = items[*at].parent;
  return at;
}

}  // namespace pith::comments
