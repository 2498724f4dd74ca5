#include "sections.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>

#include "pith/text.hpp"

namespace summary {
namespace {

using pith::Block;
using pith::BlockType;

constexpr std::size_t most_heading_words = 9;
constexpr std::size_t most_heading_bytes = 90;
constexpr std::size_t least_heading_bytes = 5;
constexpr std::size_t least_headline_words = 3;
/// A longer paragraph is no summary.
constexpr std::size_t longest_flattened = 32'000;
constexpr int section_level = 2;

std::vector<std::string> words_of(std::string_view text) {
  return pith::split_trimmed(text, ' ');
}

bool is_small_word(const std::string& word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"and", "of", "the", "in", "for", "to", "on", "a", "an", "with", "by", "or", "vs", "from", "at", "&"});
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "Investment and Market Dynamics": few words, each with a capital but the small ones, no full stop.
bool is_title_case(std::string_view text) {
  if (text.empty() || text.size() > most_heading_bytes) return false;
  if (std::string_view(".,;!?]").find(text.back()) != std::string_view::npos) return false;
  const std::vector<std::string> words = words_of(text);
  if (words.empty() || words.size() > most_heading_words) return false;
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return is_small_word(word) || !std::isalpha(static_cast<unsigned char>(word.front())) ||
           std::isupper(static_cast<unsigned char>(word.front()));
  });
}

/// The bullet at the beginning of a line: its length, 0 if there is none.
std::size_t bullet_length(std::string_view text) {
  for (const std::string_view bullet : {"- ", "– ", "— ", "•", "* ", "· "}) {
    if (text.starts_with(bullet)) return bullet.size();
  }
  return 0;
}

struct Bullet {
  std::size_t begin;  ///< of the mark
  std::size_t end;    ///< where its text begins
  bool plain;         ///< a dash, which also stands within sentences
};

std::vector<Bullet> bullets_in(std::string_view text) {
  std::vector<Bullet> found;
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    for (const std::string_view mark : {" - ", " – ", " — ", " • ", " · ", " * "}) {
      if (!text.substr(at).starts_with(mark)) continue;
      const bool plain = mark != " • " && mark != " · ";
      found.push_back({at, at + mark.size(), plain});
    }
  }
  return found;
}

bool begins_with_small_letter(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

bool ends_point(std::string_view text) {
  text = pith::trim(text);
  return text.ends_with(']') || pith::ends_sentence(text);
}

/// The end of the last sentence or citation mark in a text, npos if there is none.
std::size_t end_of_last_point(std::string_view text) {
  std::size_t end = text.rfind(']');
  if (end == std::string_view::npos) end = text.rfind(". ");
  if (end == std::string_view::npos) return end;
  ++end;
  if (end < text.size() && text[end] == '.') ++end;
  return end;
}

/// The bullet text and the name of the next section that ran into it, after a citation or a full stop.
std::pair<std::string_view, std::string_view> split_heading_off(std::string_view piece) {
  const std::size_t end = end_of_last_point(piece);
  if (end == std::string_view::npos) return {piece, {}};
  const std::string_view rest = pith::trim(piece.substr(end));
  if (!is_title_case(rest) || rest.size() < least_heading_bytes) return {piece, {}};
  return {pith::trim(piece.substr(0, end)), rest};
}

/// The last bullet text and the headline that ran into it: nothing else stands after the last citation mark,
/// or is the title of the page.
std::pair<std::string_view, std::string_view> split_headline_off(std::string_view piece,
                                                                 std::string_view title) {
  const std::string key = pith::comparison_key(title);
  if (const std::string whole = pith::comparison_key(piece);
      !key.empty() && whole.ends_with(" " + key) && piece.size() > title.size() && piece.ends_with(title))
    return {pith::trim(piece.substr(0, piece.size() - title.size())), title};
  const std::size_t mark = piece.rfind(']');
  if (mark == std::string_view::npos) return {piece, {}};
  const std::size_t end = end_of_last_point(piece);
  const std::string_view rest = pith::trim(piece.substr(end));
  if (words_of(rest).size() < least_headline_words || pith::ends_sentence(rest)) return {piece, {}};
  return {pith::trim(piece.substr(0, end)), rest};
}

/// The marks that begin a point. A dash does so after the end of another point or a heading, before a
/// capital; where no point ends in a full stop or a citation mark, every dash does.
std::vector<Bullet> points_in(std::string_view text) {
  const std::vector<Bullet> all = bullets_in(text);
  std::vector<Bullet> sure;
  for (const Bullet& bullet : all) {
    const std::size_t from = sure.empty() ? 0 : sure.back().end;
    const std::string_view before = text.substr(from, std::max(bullet.begin, from) - from);
    const bool after_point = sure.empty() || ends_point(before) || !split_heading_off(before).second.empty();
    if (!bullet.plain || (after_point && !begins_with_small_letter(text.substr(bullet.end))))
      sure.push_back(bullet);
  }
  const bool no_points_end = sure.size() == 1 && !ends_point(text) && all.size() > 1;
  return no_points_end ? all : sure;
}

/// "**Core Insights**" of Markdown.
std::string without_marks_of_bold(std::string_view text) {
  std::string plain(text);
  for (std::size_t at = plain.find("**"); at != std::string::npos; at = plain.find("**", at))
    plain.erase(at, 2);
  return std::string(pith::trim(plain));
}

bool is_citations(std::string_view text) {
  return text.starts_with('[') && text.ends_with(']') &&
         text.find_first_not_of("[]0123456789, ") == std::string_view::npos;
}

class SectionWriter {
 public:
  void heading(std::string_view text) {
    blocks_.push_back(Block::heading(section_level, without_marks_of_bold(text)));
  }

  void bullet(Block paragraph) {
    if (blocks_.empty() || blocks_.back().type != BlockType::list) {
      blocks_.emplace_back();
      blocks_.back().type = BlockType::list;
      blocks_.back().source = paragraph.source;
    }
    blocks_.back().items.push_back({});
    blocks_.back().items.back().blocks.push_back(std::move(paragraph));
  }

  /// Citation marks that the page sets apart from the point before them.
  bool citations(std::string_view text) {
    if (blocks_.empty() || blocks_.back().type != BlockType::list || blocks_.back().items.empty())
      return false;
    std::vector<Block>& point = blocks_.back().items.back().blocks;
    if (point.empty() || point.back().type != BlockType::paragraph || point.back().spans.empty())
      return false;
    point.back().spans.back().text += " " + std::string(text);
    return true;
  }

  void other(Block block) { blocks_.push_back(std::move(block)); }
  std::vector<Block> take() { return std::move(blocks_); }

 private:
  std::vector<Block> blocks_;
};

void write_point(std::string_view text, const Block& block, SectionWriter& out) {
  if (text.empty()) return;
  Block paragraph = Block::paragraph(without_marks_of_bold(text));
  paragraph.source = block.source;
  out.bullet(std::move(paragraph));
}

/// "Core Insights - Sales rose [1] - Costs fell [2] Outlook - ...": sections and bullets in one line.
bool write_flattened(const Block& block, std::string_view title, SectionWriter& out) {
  const std::string whole = pith::text_of(block.spans);
  const std::string_view text = whole;
  if (text.size() > longest_flattened) return false;
  const std::vector<Bullet> points = points_in(text);
  if (points.empty() || !is_title_case(pith::trim(text.substr(0, points.front().begin)))) return false;
  out.heading(pith::trim(text.substr(0, points.front().begin)));
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool last = i + 1 == points.size();
    const std::size_t end = last ? text.size() : points[i + 1].begin;
    const std::string_view piece = pith::trim(text.substr(points[i].end, end - points[i].end));
    const auto [point, next] = last ? split_headline_off(piece, title) : split_heading_off(piece);
    write_point(point, block, out);
    if (next.empty()) continue;
    if (last) {
      out.other(Block::paragraph(std::string(next)));
    } else {
      out.heading(next);
    }
  }
  return true;
}

bool begins_list(const std::vector<Block>& blocks, std::size_t at) {
  if (at >= blocks.size()) return false;
  return blocks[at].type == BlockType::list || bullet_length(pith::text_of(blocks[at].spans)) > 0;
}

}  // namespace

std::vector<Block> recover_sections(std::vector<Block> blocks, std::string_view title) {
  SectionWriter out;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block& block = blocks[i];
    if (block.type != BlockType::paragraph) {
      out.other(std::move(block));
      continue;
    }
    const std::string text = pith::text_of(block.spans);
    if (is_citations(text) && out.citations(text)) continue;
    if (const std::size_t bullet = bullet_length(text); bullet > 0) {
      Block paragraph = Block::paragraph(std::string(pith::trim(std::string_view(text).substr(bullet))));
      paragraph.source = block.source;
      out.bullet(std::move(paragraph));
    } else if (write_flattened(block, title, out)) {
      continue;
    } else if (is_title_case(text) && begins_list(blocks, i + 1)) {
      out.heading(text);
    } else {
      out.other(std::move(block));
    }
  }
  return out.take();
}

}  // namespace summary
