#include "content/thread_posts.hpp"

#include <array>
#include <cstdint>
#include <utility>

#include "content/text_measure.hpp"
#include "pith/selector.hpp"

namespace pith {
namespace {

/// Bytes of text below which posts tell nothing.
constexpr std::uint32_t least_text = 25;

struct ForumSoftware {
  std::string_view name;
  Selector post;
  /// In a post, and nothing that its author wrote.
  Selector furniture = {};
};

const std::array<ForumSoftware, 20>& forum_software() {
  static const std::array<ForumSoftware, 20> software{{
      {"XenForo", ".message-body .bbWrapper",
       ".bbCodeBlock-expandLink, .js-selectToQuoteEnd, .bbCodeBlock--code .bbCodeBlock-title"},
      {"XenForo 1", ".messageText", ".quoteExpand, .messageTextEndMarker"},
      {"Discourse", ".crawler-post .post, .topic-post .cooked", ".post-likes, .quote-controls"},
      {"Invision Community", "[data-role='commentContent']", ".ipsQuote_citation, .ipsQuote_open"},
      {"Stack Exchange", ".js-post-body", ".question-status"},
      {"phpBB", ".postbody .content", ".signature, .notice, .codebox > p, .codebox > dt"},
      {"FluxBB", ".blockpost .postmsg", ".postsignature, .postedit"},
      {"MyBB", ".post_body[id^='pid_']", ".signature, .codeblock > .title"},
      {"Simple Machines", ".inner[id^='msg_']", ".signature, .codeheader"},
      {"vBulletin", "[id^='post_message_'], .js-post__content-text", ".signature"},
      {"Discuz!", "[id^='postmessage_']", ".pstatus, .sign"},
      {"NodeBB", "[component='post/content']"},
      {"Flarum", ".PostStream .Post-body"},
      {"Vanilla", ".MessageList .Message", ".Signature"},
      {"Reddit", "shreddit-post [slot='text-body'], shreddit-comment [slot='comment']"},
      {"old Reddit", ".sitetable .usertext-body .md"},
      {"bbPress", ".bbp-topic-content, .bbp-reply-content", ".bbp-signature"},
      {"Khoros", ".lia-message-body-content", ".lia-message-signature"},
      {"Hacker News", ".toptext, .commtext", ".reply"},
      {"Lobsters", ".story_text, .comment_text"},
  }};
  return software;
}

/// Of nodes in document order those that stand in none of the others.
std::vector<Node> outermost(const std::vector<Node>& nodes) {
  std::vector<Node> out;
  for (const Node node : nodes) {
    if (out.empty() || !out.back().contains(node)) out.push_back(node);
  }
  return out;
}

void mark(const std::vector<Node>& posts, const std::vector<TextRun>& runs, bool value,
          std::vector<bool>& written) {
  auto post = posts.begin();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    while (post != posts.end() && post->end_row() <= runs[i].begin_row) ++post;
    if (post == posts.end()) return;
    if (runs[i].begin_row >= post->row()) written[i] = value;
  }
}

}  // namespace

ThreadPosts find_thread_posts(const std::vector<TextRun>& runs, PageContext& context) {
  const ForumSoftware* best = nullptr;
  std::vector<Node> posts;
  std::uint64_t most = least_text - 1;
  for (const ForumSoftware& software : forum_software()) {
    std::vector<Node> found = outermost(context.document().select(software.post));
    std::uint64_t text = 0;
    for (const Node post : found) text += context.measure().text(post);
    if (text <= most) continue;
    most = text;
    best = &software;
    posts = std::move(found);
  }
  if (best == nullptr) return {};
  ThreadPosts out{best->name, std::move(posts), std::vector<bool>(runs.size())};
  mark(out.posts, runs, true, out.written);
  if (best->furniture) mark(outermost(context.document().select(best->furniture)), runs, false, out.written);
  return out;
}

}  // namespace pith
