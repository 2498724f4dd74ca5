#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "body/embed_reader.hpp"
#include "body/generic_cuts.hpp"
#include "body/table_shape.hpp"
#include "content/content_choice.hpp"
#include "content/content_model.hpp"
#include "content/declared_parts.hpp"
#include "content/next_article.hpp"
#include "content/repeated_quotes.hpp"
#include "content/text_measure.hpp"
#include "content/thread_posts.hpp"
#include "content/whole_parts.hpp"
#include "kind/kind_model.hpp"
#include "pith/body_reader.hpp"
#include "pith/main_content.hpp"

namespace pith {
namespace {

/// A page whose content has more of its text in links is a list of them.
constexpr double most_links = 0.3;
/// What the page's data declare to be part of its article is taken to be as probable.
constexpr float sure = 0.95F;
/// A page that is less probably a thread is not searched for posts.
constexpr float least_thread = 0.01F;
/// How probably the text of a post is content, where the software of a forum marks it, and any other text. On
/// the threads of the corpora that were held out the first is right for 85 bytes of 100.
constexpr float post_is_content = 0.85F;
constexpr float rest_is_content = 0.02F;

/// Which runs are content, and where.
class Judgement {
 public:
  Judgement(const std::vector<TextRun>& runs, const std::vector<float>& probabilities, float threshold,
            const ThreadPosts& thread, PageContext& context)
      : runs_(runs), content_before_(context.document().size() + 1) {
    for (std::size_t i = 0; i < runs.size(); ++i) kept_.push_back(probabilities[i] >= threshold);
    if (thread.written.empty()) {
      drop_leading_links();
      keep_captions();
      keep_parts_whole(runs, context, kept_);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const Node text = context.document().at(runs[i].begin_row);
      if (context.ledger().is_cut(text)) kept_[i] = false;
      if (context.ledger().is_kept(text)) kept_[i] = true;
      expect(runs[i], probabilities[i], kept_[i]);
      for (std::uint32_t row = runs[i].begin_row; kept_[i] && row < runs[i].end_row; ++row)
        ++content_before_[row + 1];
    }
    for (std::size_t row = 1; row < content_before_.size(); ++row)
      content_before_[row] += content_before_[row - 1];
  }

  bool holds_content(Node node) const {
    return content_before_[node.end_row()] > content_before_[node.row()];
  }
  bool is_empty() const { return content_before_.back() == 0; }
  bool holds_all_content(Node node) const {
    return content_before_[node.row()] == 0 && content_before_[node.end_row()] == content_before_.back();
  }

  double share() const { return bytes_ > 0 ? kept_bytes_ / bytes_ : 0; }
  /// Precision and recall as the probabilities foretell them.
  double expected_f1() const {
    if (kept_bytes_ <= 0 || likely_bytes_ <= 0) return 0;
    const double precision = likely_kept_ / kept_bytes_;
    const double recall = likely_kept_ / likely_bytes_;
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  }

 private:
  /// Links before the first text are the page's navigation, unless the page is made of links.
  void drop_leading_links() {
    double bytes = 0, links = 0;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      bytes += kept_[i] ? runs_[i].bytes : 0;
      links += kept_[i] ? runs_[i].link_bytes : 0;
    }
    if (links > bytes * most_links) return;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (!kept_[i]) continue;
      if (runs_[i].link_bytes < runs_[i].bytes || runs_[i].scope.heading > 0) return;
      kept_[i] = false;
    }
  }

  /// A caption goes where the text around its picture goes.
  void keep_captions() {
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (!runs_[i].scope.figure) continue;
      std::size_t last = i;
      while (last + 1 < runs_.size() && runs_[last + 1].scope.figure) ++last;
      const bool kept = (i > 0 && kept_[i - 1]) && (last + 1 >= runs_.size() || kept_[last + 1]);
      for (; i <= last; ++i) kept_[i] = kept_[i] || kept;
    }
  }

  void expect(const TextRun& run, float probability, bool kept) {
    bytes_ += run.bytes;
    likely_bytes_ += static_cast<double>(run.bytes) * probability;
    if (!kept) return;
    kept_bytes_ += run.bytes;
    likely_kept_ += static_cast<double>(run.bytes) * probability;
  }

  const std::vector<TextRun>& runs_;
  std::vector<bool> kept_;
  std::vector<std::uint32_t> content_before_;
  double bytes_ = 0;
  double kept_bytes_ = 0;
  double likely_bytes_ = 0;
  double likely_kept_ = 0;
};

/// After the threshold was chosen, which would rise with them and leave out what stands between.
void believe(const std::vector<bool>& declared, std::vector<float>& probabilities) {
  for (std::size_t i = 0; i < declared.size(); ++i)
    if (declared[i]) probabilities[i] = std::max(probabilities[i], sure);
}

/// Before the threshold is chosen: where the posts are known, nothing else is content.
void believe(const ThreadPosts& thread, std::vector<float>& probabilities) {
  for (std::size_t i = 0; i < thread.written.size(); ++i)
    probabilities[i] = thread.written[i] ? post_is_content : rest_is_content;
}

std::vector<bool> at_least(const std::vector<float>& probabilities, float threshold) {
  std::vector<bool> out;
  for (const float probability : probabilities) out.push_back(probability >= threshold);
  return out;
}

float probability_of(const KindProbabilities& kinds, PageKind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

/// The innermost element that holds all content.
Node root_of_content(const Judgement& judgement, const Document& document) {
  Node root = document.body();
  for (Node child = root.first_child(); child;) {
    if (child.is_element() && judgement.holds_all_content(child)) {
      root = child;
      child = root.first_child();
    } else {
      child = child.next();
    }
  }
  return root;
}

void cut(Node node, std::string_view why, Ledger& ledger) {
  const std::optional<GenericCut> declared = declared_boilerplate(node);
  ledger.cut(node, declared ? declared->kind : Boilerplate::other, declared ? declared->rule : why);
}

/// A post of another site, a formula, who said what is quoted: not judged by the words that it may hold.
bool is_shown_whole(Node node, PageContext& context) {
  if (node.is(Tag::math)) return true;
  if (node.is(Tag::footer) || node.is(Tag::cite)) return node.parent().is(Tag::blockquote);
  if (!node.is(Tag::blockquote)) return false;
  const std::optional<QuotedPost> post = read_quoted_post(node, context);
  return post && !post->has_text;
}

/// A cell that is cut moves all that stand behind it below other headers.
bool is_table_part(Node node) {
  return node.is(Tag::tr) || node.is(Tag::td) || node.is(Tag::th);
}

/// Cuts the widest elements that hold no content. Pictures stay between texts unless they are declared
/// something else.
void cut_the_rest(Node root, const Judgement& judgement, std::string_view why, PageContext& context) {
  const TextMeasure& measure = context.measure();
  const Node body = context.document().body();
  std::uint32_t table_until = 0;
  for (Node at = body; at && at.row() < body.end_row();) {
    if (context.ledger().is_cut(at) || context.ledger().is_kept(at)) {
      at = at.after();
      continue;
    }
    // Of code no line goes alone.
    if (at.is(Tag::pre) && judgement.holds_content(at)) {
      at = at.after();
      continue;
    }
    const bool seen = at.is_element() || measure.text(at) > 0;
    const bool holds = judgement.holds_content(at);
    if (holds && at.is(Tag::table) && is_data_table(at)) table_until = at.end_row();
    if (holds || !seen || (at.row() < table_until && is_table_part(at))) {
      at = at.following();
      continue;
    }
    const bool apart = !root.contains(at);
    if (!apart && is_shown_whole(at, context)) {
      at = at.after();
      continue;
    }
    const bool goes = apart || measure.text(at) > 0 || declared_boilerplate(at).has_value();
    if (goes) cut(at, why, context.ledger());
    at = goes ? at.after() : at.following();
  }
}

/// With a divider between one post and the next, whatever the page puts there.
std::vector<Block> read_posts(const std::vector<Node>& posts, PageContext& context) {
  std::vector<Block> body;
  for (const Node post : posts) {
    std::vector<Block> text = read_body(post, context, BodyOptions{.generic_cuts = false});
    if (text.empty()) continue;
    if (!body.empty()) body.emplace_back().type = BlockType::divider;
    body.insert(body.end(), std::make_move_iterator(text.begin()), std::make_move_iterator(text.end()));
  }
  return body;
}

std::string why_the_rest_goes(const ThreadPosts& thread) {
  if (thread.written.empty()) return "does not read like content";
  return "no text of a post (" + std::string(thread.software) + ")";
}

}  // namespace

MainContent read_main_content(PageContext& context) {
  const std::vector<TextRun> runs = find_text_runs(context.document(), context.measure());
  PageJudgement judged = judge_page(runs, context);
  const auto next = static_cast<std::ptrdiff_t>(find_next_article(runs, context));
  if (most_likely(judged.kinds) == PageKind::article) {
    std::fill(judged.content.begin() + next, judged.content.end(), 0.0F);
  }
  ThreadPosts thread;
  if (probability_of(judged.kinds, PageKind::forum) >= least_thread)
    thread = find_thread_posts(runs, context);
  believe(thread, judged.content);
  const float threshold = content_threshold(runs, judged.content, context.favor());
  if (thread.written.empty()) believe(find_declared_parts(runs, context.metadata()), judged.content);
  const PageKind kind = thread.written.empty() ? most_likely(judged.kinds) : PageKind::forum;
  if (kind == PageKind::forum) cut_repeated_quotes(runs, at_least(judged.content, threshold), context);
  const Judgement judgement(runs, judged.content, threshold, thread, context);
  if (judgement.is_empty()) return {};
  const Node root = root_of_content(judgement, context.document());
  cut_the_rest(root, judgement, why_the_rest_goes(thread), context);
  MainContent content;
  content.body = thread.posts.empty() ? read_body(root, context, BodyOptions{.generic_cuts = false})
                                      : read_posts(thread.posts, context);
  content.confidence = judgement.expected_f1();
  content.share = judgement.share();
  content.kind = kind;
  return content;
}

}  // namespace pith
