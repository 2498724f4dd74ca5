#include "comments/comment_lines.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "pith/text.hpp"

namespace pith::comments {
namespace {

constexpr std::size_t longest_name_words = 5;
constexpr std::size_t longest_time_bytes = 40;
constexpr std::size_t longest_action_words = 4;
/// A comment of which neither author nor time is known has at least so many words.
constexpr std::size_t least_words = 4;

constexpr auto actions = std::to_array<std::string_view>({"reply",
                                                          "like",
                                                          "share",
                                                          "report",
                                                          "edit",
                                                          "delete",
                                                          "quote",
                                                          "permalink",
                                                          "upvote",
                                                          "downvote",
                                                          "expand full comment",
                                                          "read more",
                                                          "show more",
                                                          "antworten",
                                                          "melden",
                                                          "teilen",
                                                          "zitieren",
                                                          "répondre",
                                                          "signaler",
                                                          "responder",
                                                          "denunciar",
                                                          "reportar",
                                                          "rispondi",
                                                          "segnala",
                                                          "beantwoorden",
                                                          "reageren",
                                                          "ответить",
                                                          "пожаловаться",
                                                          "回复",
                                                          "举报",
                                                          "返信",
                                                          "log in to reply",
                                                          "reply to this",
                                                          "loading…"});

bool is_name(std::string_view line) {
  if (line.empty() || count_words(line) > longest_name_words) return false;
  return line.find_last_of(".!?:,;") != line.size() - 1;
}

/// "March 3, 2025", "4d", "2 days ago at 07:52"
bool is_time(std::string_view line) {
  return line.size() <= longest_time_bytes && line.find_first_of("0123456789") != std::string_view::npos &&
         line.find_first_of("!?") == std::string_view::npos;
}

bool is_action(const Block& block) {
  if (block.type == BlockType::divider) return true;
  if (block.type != BlockType::paragraph && block.type != BlockType::list) return false;
  const std::string line = lower_ascii(text_of(block));
  if (count_words(line) > longest_action_words) return false;
  if (line.find_first_not_of("0123456789 .,()+-") == std::string::npos) return true;
  return std::find(actions.begin(), actions.end(), line) != actions.end();
}

std::string line_at(const Comment& comment, std::size_t index) {
  if (index >= comment.body.size() || comment.body[index].type != BlockType::paragraph) return {};
  return text_of(comment.body[index]);
}

/// How many of the first lines are a byline.
std::size_t byline_length(Comment& comment) {
  const std::string first = line_at(comment, 0);
  const std::string second = line_at(comment, 1);
  const std::size_t lines = comment.body.size();
  if (comment.author.empty() && comment.published) {
    if (lines < 2 || !is_name(first)) return 0;
    comment.author = first;
    return 1;
  }
  if (comment.author.empty()) {
    // A short line is a name only if the time follows, and then the text.
    if (lines < 3 || !is_name(first) || !is_time(second)) return 0;
    comment.author = first;
    return 2;
  }
  if (lines < 2 || comparison_key(first) != comparison_key(comment.author)) return 0;
  return lines > 2 && is_time(second) ? 2 : 1;
}

}  // namespace

void take_lines_around(Comment& comment) {
  const std::size_t byline = byline_length(comment);
  if (byline == 2 && !comment.published) comment.published = parse_date(line_at(comment, 1));
  comment.body.erase(comment.body.begin(), comment.body.begin() + static_cast<std::ptrdiff_t>(byline));
  while (comment.body.size() > 1 && is_action(comment.body.back())) comment.body.pop_back();
}

bool is_written(const Comment& comment) {
  const std::string text = text_of(comment.body);
  if (text.empty() || comparison_key(text) == comparison_key(comment.author)) return false;
  return comment.published || !comment.author.empty() || count_words(text) >= least_words;
}

}  // namespace pith::comments
