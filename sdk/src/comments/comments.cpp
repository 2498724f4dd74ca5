#include "pith/comments.hpp"

#include "comments/json_ld_comments.hpp"
#include "comments/markup_comments.hpp"

namespace pith {

std::vector<Comment> read_comments(const PageContext& context) {
  // What the plugin has cut are mostly the comments.
  PageContext fresh(context.page(), context.document(), context.limits());
  std::vector<Comment> comments = comments::comments_in_markup(fresh);
  if (comments.empty()) comments = comments::comments_in_json_ld(fresh.metadata().json_ld());
  return comments;
}

}  // namespace pith
