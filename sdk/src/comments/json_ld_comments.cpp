#include "comments/json_ld_comments.hpp"

#include <string_view>
#include <utility>

#include "pith/embedded_article.hpp"
#include "pith/text.hpp"

namespace pith::comments {
namespace {

constexpr std::size_t most_values = 50'000;
constexpr std::size_t most_comments = 5'000;
constexpr std::size_t deepest = 64;

struct Step {
  JsonValue value;
  int comment_depth;
  std::size_t depth;
};

bool is_comment(JsonValue value) {
  const std::string_view type = value["@type"].string();
  return type == "Comment" || type.ends_with("/Comment") || type.ends_with(":Comment");
}

Comment comment_of(JsonValue value, int depth) {
  Comment comment;
  const JsonValue author = value["author"].is_array() ? value["author"].at(0) : value["author"];
  comment.author = collapse_space(author.is_object() ? author["name"].scalar() : author.scalar());
  for (const char* const name : {"dateCreated", "datePublished", "dateModified"}) {
    if (!comment.published) comment.published = parse_date(value[name].string());
  }
  comment.depth = depth;
  comment.body = blocks_of_text(decode_entities(value["text"].string()));
  return comment;
}

}  // namespace

std::vector<Comment> comments_in_json_ld(const std::vector<JsonDocument>& documents) {
  std::vector<Comment> comments;
  std::vector<Step> open;
  for (std::size_t i = documents.size(); i-- > 0;) open.push_back({documents[i].root(), 0, 0});
  std::size_t seen = 0;
  while (!open.empty() && ++seen < most_values && comments.size() < most_comments) {
    const Step step = open.back();
    open.pop_back();
    int depth = step.comment_depth;
    if (is_comment(step.value)) {
      Comment comment = comment_of(step.value, depth);
      if (!comment.body.empty()) {
        comments.push_back(std::move(comment));
        ++depth;
      }
    }
    if (step.depth >= deepest) continue;
    for (std::size_t i = step.value.size(); i-- > 0;) {
      const JsonValue child = step.value.at(i);
      if (child.is_array() || child.is_object()) open.push_back({child, depth, step.depth + 1});
    }
  }
  return comments;
}

}  // namespace pith::comments
