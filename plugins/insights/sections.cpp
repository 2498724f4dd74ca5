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
  for (const std::string_view bullet : {"- ", "– ", "— ", "• ", "* ", "· "}) {
    if (text.starts_with(bullet)) return bullet.size();
  }
  return 0;
}

/// Where the next bullet stands inside a text, npos if nowhere.
std::pair<std::size_t, std::size_t> next_bullet(std::string_view text, std::size_t from) {
  std::size_t best = std::string_view::npos;
  std::size_t length = 0;
  for (const std::string_view bullet : {" - ", " – ", " • ", " · "}) {
    const std::size_t at = text.find(bullet, from);
    if (at < best) {
      best = at;
      length = bullet.size();
    }
  }
  return {best, length};
}

/// The bullet text and the name of the next section that ran into it, after a citation or a full stop.
std::pair<std::string_view, std::string_view> split_heading_off(std::string_view piece) {
  std::size_t end = piece.rfind(']');
  if (end == std::string_view::npos) end = piece.rfind(". ");
  if (end == std::string_view::npos) return {piece, {}};
  const std::string_view rest = pith::trim(piece.substr(end + 1));
  if (!is_title_case(rest) || words_of(rest).size() < 2) return {piece, {}};
  return {pith::trim(piece.substr(0, end + 1)), rest};
}

class SectionWriter {
 public:
  void heading(std::string_view text) { blocks_.push_back(Block::heading(section_level, std::string(text))); }

  void bullet(Block paragraph) {
    if (blocks_.empty() || blocks_.back().type != BlockType::list) {
      blocks_.emplace_back();
      blocks_.back().type = BlockType::list;
      blocks_.back().source = paragraph.source;
    }
    blocks_.back().items.push_back({});
    blocks_.back().items.back().blocks.push_back(std::move(paragraph));
  }

  void other(Block block) { blocks_.push_back(std::move(block)); }
  std::vector<Block> take() { return std::move(blocks_); }

 private:
  std::vector<Block> blocks_;
};

/// "Core Insights - Sales rose [1] - Costs fell [2] Outlook - ...": sections and bullets in one line.
bool write_flattened(const Block& block, SectionWriter& out) {
  const std::string text = pith::text_of(block.spans);
  auto [at, length] = next_bullet(text, 0);
  if (at == std::string::npos || !is_title_case(pith::trim(std::string_view(text).substr(0, at))))
    return false;
  out.heading(pith::trim(std::string_view(text).substr(0, at)));
  while (at != std::string::npos) {
    const std::size_t begin = at + length;
    const auto [next, next_length] = next_bullet(text, begin);
    const std::string_view piece = pith::trim(std::string_view(text).substr(begin, next - begin));
    const auto [bullet, section] = split_heading_off(piece);
    if (!bullet.empty()) {
      Block paragraph = Block::paragraph(std::string(bullet));
      paragraph.source = block.source;
      out.bullet(std::move(paragraph));
    }
    if (!section.empty()) out.heading(section);
    at = next;
    length = next_length;
  }
  return true;
}

bool begins_list(const std::vector<Block>& blocks, std::size_t at) {
  if (at >= blocks.size()) return false;
  return blocks[at].type == BlockType::list || bullet_length(pith::text_of(blocks[at].spans)) > 0;
}

}  // namespace

std::vector<Block> recover_sections(std::vector<Block> blocks) {
  SectionWriter out;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block& block = blocks[i];
    if (block.type != BlockType::paragraph) {
      out.other(std::move(block));
      continue;
    }
    const std::string text = pith::text_of(block.spans);
    if (const std::size_t bullet = bullet_length(text); bullet > 0) {
      Block paragraph = Block::paragraph(std::string(pith::trim(std::string_view(text).substr(bullet))));
      paragraph.source = block.source;
      out.bullet(std::move(paragraph));
    } else if (write_flattened(block, out)) {
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
