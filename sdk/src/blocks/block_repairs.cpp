
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "blocks/block_rules.hpp"
#include "blocks/span_edit.hpp"
#include "pith/block_repairs.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// A paragraph of this many bytes is no heading, so that one without a full stop was broken.
constexpr std::size_t too_long_for_heading = 90;
constexpr std::size_t longest_credit = 70;
constexpr std::size_t longest_caption = 500;

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

struct PhotoLine {
  std::size_t caption_end;
  std::string credit;
};

/// "caption. Photo: credit": where the caption ends, and the credit.
std::optional<PhotoLine> read_photo_line(std::string_view text) {
  if (text.size() > longest_caption) return std::nullopt;
  for (const std::string_view mark : {"Photo: ", "Photos: ", "Photo by ", "Picture: ", "Illustration: ",
                                      "Image: ", "Photograph: ", "Handout: ", "Graphic: "}) {
    const std::size_t at = text.rfind(mark);
    if (at == std::string_view::npos) continue;
    if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(') continue;
    std::string_view credit = trim(text.substr(at + mark.size()));
    if (credit.ends_with(')')) credit.remove_suffix(1);
    if (credit.empty() || credit.size() > longest_credit || credit.find(". ") != std::string_view::npos)
      continue;
    std::size_t end = at;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '(' || text[end - 1] == '|')) --end;
    return PhotoLine{end, std::string(credit)};
  }
  return std::nullopt;
}

void split_credit(Block& figure, const PhotoLine& line, Ledger& ledger) {
  const std::string text = text_of(figure.spans);
  ledger.cut_text(std::string_view(text).substr(line.caption_end), Boilerplate::photo_credit, "photo line",
                  figure.source);
  figure.credit = line.credit;
  keep_text(figure.spans, 0, line.caption_end);
}

}  // namespace

void join_broken_paragraphs(std::vector<Block>& blocks) {
  std::vector<Block> joined;
  for (Block& block : blocks) {
    const bool both =
        !joined.empty() && joined.back().type == BlockType::paragraph && block.type == BlockType::paragraph;
    if (both && goes_on(text_of(joined.back().spans), text_of(block.spans))) {
      append_spans(joined.back().spans, std::move(block.spans));
      joined.back().source.end = std::max(joined.back().source.end, block.source.end);
    } else {
      joined.push_back(std::move(block));
    }
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

void photo_lines(std::vector<Block>& blocks, Ledger& ledger) {
  std::vector<Block> result;
  for (Block& block : blocks) {
    const bool text =
        block.type == BlockType::paragraph || (block.type == BlockType::figure && block.credit.empty());
    const std::optional<PhotoLine> line = text ? read_photo_line(text_of(block.spans)) : std::nullopt;
    if (line) {
      split_credit(block, *line, ledger);
      block.type = BlockType::figure;
      const bool picture_before = !result.empty() && result.back().type == BlockType::figure &&
                                  result.back().spans.empty() && block.images.empty();
      if (picture_before) {
        result.back().spans = std::move(block.spans);
        result.back().credit = std::move(block.credit);
        continue;
      }
    }
    result.push_back(std::move(block));
  }
  blocks = std::move(result);
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
