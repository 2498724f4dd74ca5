#pragma once

#include <string_view>
#include <vector>

#include "content/text_run.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// The posts of a thread, told by the markup of the software that runs it.
struct ThreadPosts {
  /// The software's name; empty if the page has no posts of any that is known.
  std::string_view software;
  /// The elements of their texts, in document order, none in another.
  std::vector<Node> posts;
  /// For each run whether it stands in what somebody wrote: not in names, dates, signatures or buttons. Empty
  /// if no software is known.
  std::vector<bool> written;
};

/// Most forums run on one of twenty programs, each of which gives the text of a post a name of its own,
/// whatever the skin. The table is from the templates that those programs come with. Time linear in the page.
ThreadPosts find_thread_posts(const std::vector<TextRun>& runs, PageContext& context);

}  // namespace pith
