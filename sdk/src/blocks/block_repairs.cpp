
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "blocks/block_rules.hpp"
#include "blocks/photo_line.hpp"
#include "blocks/span_edit.hpp"
#include "pith/block_repairs.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// A paragraph of this many bytes is no heading, so that one without a full stop was broken.
constexpr std::size_t too_long_for_heading = 90;
constexpr std::size_t enough_of_end = 200;

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool ends_in_function_word(std::string_view text) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"a",    "about",  "after", "against", "an",   "and",   "are",  "as",    "at",   "be",
       "been", "before", "but",   "by",      "for",  "from",  "had",  "has",   "have", "he",
       "her",  "his",    "in",    "into",    "is",   "its",   "more", "of",    "on",   "or",
       "over", "said",   "say",   "she",     "than", "that",  "the",  "their", "they", "this",
       "to",   "told",   "under", "was",     "were", "which", "who",  "will",  "with", "would"});
  const std::size_t space = text.rfind(' ');
  if (space == std::string_view::npos) return false;
  const std::string last = lower_ascii(text.substr(space + 1));
  return std::find(words.begin(), words.end(), last) != words.end();
}

bool goes_on(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return false;
  if (std::string_view(",;.)%").find(after.front()) != std::string_view::npos) return true;
  if (ends_sentence(before)) return false;
  if (is_lower(after.front()) || before.ends_with(',') || before.ends_with('(') || after.front() == '(')
    return true;
  return ends_in_function_word(before) || before.size() > too_long_for_heading;
}

/// Only what can be nothing else goes on after a picture: "... in" and "artificial intelligence ...".
bool goes_on_over_picture(std::string_view before, std::string_view after) {
  return !before.empty() && !after.empty() && !ends_sentence(before) && is_lower(after.front());
}

/// The end of a text, enough of it to tell whether it goes on.
std::string end_of_text(const std::vector<Span>& spans) {
  std::string end;
  for (std::size_t i = spans.size(); i-- > 0 && end.size() < enough_of_end;) {
    const std::string& text = spans[i].text;
    end.insert(0, text, text.size() - std::min(text.size(), enough_of_end), std::string::npos);
  }
  return end;
}

/// The end of the citation marks that begin at `at` ("[1][5]", "[1, 5]", "[2-4]"), and the numbers;
/// `at` itself if there are none.
std::size_t citation_end(std::string_view text, std::size_t at, std::vector<int>& numbers) {
  std::size_t end = at;
  while (end < text.size() && text[end] == '[') {
    std::vector<int> inside;
    std::size_t i = end + 1;
    while (i < text.size() && text[i] != ']') {
      if (is_digit(text[i])) {
        int number = 0;
        const auto parsed = std::from_chars(text.data() + i, text.data() + text.size(), number);
        const auto digits = static_cast<std::size_t>(parsed.ptr - (text.data() + i));
        if (parsed.ec != std::errc{} || digits > 3) return end;
        inside.push_back(number);
        i += digits;
      } else if (text[i] == ',' || text[i] == ' ' || text[i] == '-') {
        ++i;
      } else {
        return end;
      }
    }
    if (i >= text.size() || inside.empty()) return end;
    numbers.insert(numbers.end(), inside.begin(), inside.end());
    end = i + 1;
  }
  return end;
}

}  // namespace

void join_broken_paragraphs(std::vector<Block>& blocks) {
  std::vector<Block> joined;
  // The paragraph that may go on; pictures may stand in its middle.
  std::optional<std::size_t> open;
  for (Block& block : blocks) {
    const std::string text = text_of(block.spans);
    const bool paragraph = block.type == BlockType::paragraph && !text.empty();
    const bool photo = paragraph && is_photo_line(text);
    if (paragraph && open) {
      Block& before = joined[*open];
      const bool adjacent = *open + 1 == joined.size();
      const bool whole = adjacent
                             ? !goes_on(end_of_text(before.spans), text) || (photo && !is_lower(text.front()))
                             : !goes_on_over_picture(end_of_text(before.spans), text);
      if (!whole) {
        append_spans(before.spans, std::move(block.spans));
        before.source.end = std::max(before.source.end, block.source.end);
        continue;
      }
    }
    if (paragraph && !photo) {
      open = joined.size();
    } else if (!photo && block.type != BlockType::figure) {
      open.reset();
    }
    joined.push_back(std::move(block));
  }
  blocks = std::move(joined);
}

void take_citations(std::vector<Block>& blocks, Ledger& ledger) {
  for_each_text_block(blocks, [&](Block& block) {
    for (std::size_t from = 0;;) {
      const std::string text = text_of(block.spans);
      const std::size_t begin = text.find('[', from);
      if (begin == std::string::npos) break;
      const std::size_t end = citation_end(text, begin, block.citations);
      if (end == begin) {
        from = begin + 1;
        continue;
      }
      ledger.cut_text(std::string_view(text).substr(begin, end - begin), Boilerplate::citation_mark,
                      "citation marks", block.source);
      erase_text(block.spans, begin, end);
      from = begin > 0 ? begin - 1 : 0;
    }
  });
}

void take_hashtags(std::vector<Block>& blocks, std::vector<std::string>& topics, Ledger& ledger) {
  std::erase_if(blocks, [&](const Block& block) {
    if (block.type != BlockType::paragraph && block.type != BlockType::heading) return false;
    const std::string text = text_of(block.spans);
    const std::vector<std::string> words = split_trimmed(text, ' ');
    const bool tags = !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string& word) {
      return word.size() > 1 && word.front() == '#' && word.find_first_of(".,;#", 1) == std::string::npos;
    });
    if (!tags) return false;
    for (const std::string& word : words) {
      std::string topic = word.substr(1);
      if (std::find(topics.begin(), topics.end(), topic) == topics.end()) topics.push_back(std::move(topic));
    }
    ledger.cut_text(text, Boilerplate::tags, "hashtags", block.source);
    return true;
  });
}

}  // namespace pith
