// Posts as the templates of each program write them, cut down to what tells them.
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "pith/pith.hpp"

namespace pith {
namespace {

struct Software {
  const char* name;
  const char* before;  ///< of a post: what is around its text, and who wrote it
  const char* after;
};

std::ostream& operator<<(std::ostream& out, const Software& software) {
  return out << software.name;
}

const Software all[] = {
    {"XenForo", "<article class=message><h4>Gannet</h4><div class=message-body><div class=bbWrapper>",
     "</div></div><div>Reactions: Fulmar</div></article>"},
    {"XenForo 1", "<li class=message><h3>Gannet</h3><blockquote class='messageText ugc'>",
     "<div class=messageTextEndMarker>&nbsp;</div></blockquote><div>Like + Quote</div></li>"},
    {"Discourse",
     "<div class='topic-body crawler-post'><div class=crawler-post-meta>Gannet</div><div class=post>",
     "</div><div><span class=post-likes>7 Likes</span></div></div>"},
    {"Discourse shown", "<article class=topic-post><h3>Gannet</h3><div class=cooked>",
     "</div><nav>Reply</nav></article>"},
    {"Invision Community", "<article class=cPost><aside>Gannet</aside><div data-role=commentContent>",
     "</div><ul><li>Quote</li></ul></article>"},
    {"Stack Exchange", "<div class=answer><div>12 votes</div><div class='s-prose js-post-body'>",
     "</div><div>answered by Gannet</div></div>"},
    {"phpBB", "<div class=post><div class=postbody><p class=author>Gannet</p><div class=content>",
     "</div><div class=signature>Gone fishing</div></div></div>"},
    {"FluxBB", "<div class=blockpost><div class=postleft>Gannet</div><div class=postmsg>",
     "<p class=postedit>Last edited by Gannet</p></div><div class=postsignature>Gone fishing</div></div>"},
    {"MyBB", "<div class=post><strong>Gannet</strong><div class=post_body id=pid_77>",
     "</div><div class=signature>Gone fishing</div></div>"},
    {"Simple Machines", "<div class=post_wrapper><h4>Gannet</h4><div class=post><div class=inner id=msg_77>",
     "</div></div><div class=signature>Gone fishing</div></div>"},
    {"vBulletin", "<table><tr><td>Gannet, Senior Member</td></tr><tr><td><div id=post_message_77>",
     "</div><div>__________ Gone fishing</div></td></tr></table>"},
    {"Discuz!", "<table><tr><td>Gannet</td><td><table><tr><td class=t_f id=postmessage_77>",
     "</td></tr></table><div class=sign>Gone fishing</div></td></tr></table>"},
    {"NodeBB", "<li component=post><a>Gannet</a><div class=content component='post/content'>",
     "</div><div>0 votes</div></li>"},
    {"Flarum", "<div class=PostStream><article class=Post><header>Gannet</header><div class=Post-body>",
     "</div><aside>Fulmar likes this</aside></article></div>"},
    {"Vanilla", "<div class='MessageList Discussion'><a>Gannet</a><div class='Message userContent'>",
     "</div><div class=Signature>Gone fishing</div></div>"},
    {"Reddit", "<shreddit-comment author=Gannet><a>Gannet</a><div slot=comment>",
     "</div><div>Upvote 12 Downvote</div></shreddit-comment>"},
    {"old Reddit",
     "<div class=sitetable><div class=comment><a>Gannet</a><div class=usertext-body><div class=md>",
     "</div></div><ul><li>permalink</li></ul></div></div>"},
    {"bbPress", "<div class=bbp-body><div class=bbp-reply-author>Gannet</div><div class=bbp-reply-content>",
     "<div class=bbp-signature>Gone fishing</div></div></div>"},
    {"Khoros", "<div class=lia-message-view><a>Gannet</a><div class=lia-message-body-content>",
     "</div><div class=lia-message-signature>Gone fishing</div></div>"},
    {"Hacker News", "<table><tr><td><span class=comhead>Gannet 2 hours ago</span><div class=commtext>",
     "<div class=reply>reply</div></div></td></tr></table>"},
    {"Lobsters", "<div class=comment><div class=byline>Gannet</div><div class=comment_text>",
     "</div><a>flag</a></div>"},
};

class ForumSoftware : public testing::TestWithParam<Software> {};

TEST_P(ForumSoftware, GivesTheTextsOfItsPostsAndNothingElse) {
  const char* texts[] = {
      R"(<p>Has anybody rowed around Gull Island against the tide, and how long did it take you with two at the
oars?</p>)",
      R"(<p>Once, in a wherry.</p><p>Six hours, of which we spent four behind the lighthouse waiting for the
water to turn.</p>)",
      "<p>Don't.</p>"};
  std::string html =
      "<html><head><title>Rowing around the island - Forum</title></head><body class=forum><ul><li><a "
      "href='/forum'>Forums</a></li></ul><h1>Rowing around the island</h1><div class='posts thread'>";
  for (const char* text : texts) html += GetParam().before + std::string(text) + GetParam().after;
  html += "</div><p>You must log in to post a reply in this thread of the forum.</p></body></html>";
  Page page;
  page.url = "https://board.example/forum/threads/rowing-around-the-island.77/";
  const Document document = Document::parse(html);
  PageContext context(page, document);
  const MainContent content = read_main_content(context);
  EXPECT_EQ(text_of(content.body),
            "Has anybody rowed around Gull Island against the tide, and how long did it take you with two at "
            "the oars?\nOnce, in a wherry.\nSix hours, of which we spent four behind the lighthouse waiting "
            "for the water to turn.\nDon't.");
  EXPECT_EQ(content.kind, PageKind::forum);
}

INSTANTIATE_TEST_SUITE_P(, ForumSoftware, testing::ValuesIn(all));

}  // namespace
}  // namespace pith
