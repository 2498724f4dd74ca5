#include "site/headline.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "blocks/block_rules.hpp"
#include "pith/body_reader.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// A part of a longer title ("Headline | Site") must have this many bytes to be taken for the headline.
constexpr std::size_t least_part = 15;
/// The title may be said again within this many blocks.
constexpr std::size_t repeat_within = 6;
/// How far prose is looked for after a headline.
constexpr std::size_t prose_within = 8;
/// A headline that is told only by being said twice has at least so many words.
constexpr std::size_t least_repeated_words = 4;

/// Keys that the headline may have, the most trusted first.
std::vector<std::string> title_keys(const Article& article, PageContext& context) {
  std::vector<std::string> keys;
  const auto add = [&](std::string_view title) {
    if (std::string key = comparison_key(title); !key.empty()) keys.push_back(std::move(key));
  };
  add(article.title);
  for (const Metadata::Value& title : context.metadata().titles) add(title.text);
  return keys;
}

/// Words of the sentences in the blocks right after a place: what follows a headline is prose, what
/// follows a link to the article in some list is other headlines.
std::size_t prose_after(const std::vector<Block>& blocks, std::size_t at) {
  std::size_t words = 0;
  for (std::size_t i = at + 1; i < blocks.size() && i <= at + prose_within; ++i) {
    const std::string text = text_of(blocks[i]);
    const bool sentence =
        !text.empty() && std::string_view(".!?\"").find(text.back()) != std::string_view::npos;
    if (sentence) words += count_words(text);
  }
  return words;
}

std::optional<std::size_t> find_equal(const std::vector<Block>& blocks, const std::vector<std::string>& keys,
                                      std::string_view title) {
  std::optional<std::size_t> best;
  std::size_t most = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (keys[i] != title) continue;
    const std::size_t prose = prose_after(blocks, i);
    if (best && prose <= most) continue;
    best = i;
    most = prose;
  }
  return best;
}

std::optional<std::size_t> find_headline(const std::vector<Block>& blocks,
                                         const std::vector<std::string>& block_keys,
                                         const std::vector<std::string>& titles) {
  for (const std::string& title : titles) {
    if (const auto at = find_equal(blocks, block_keys, title)) return at;
  }
  // "Headline | Site", "Site: Headline": the headline is a part of what the page calls itself.
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (block_keys[i].size() < least_part) continue;
    for (const std::string& title : titles) {
      if (title.starts_with(block_keys[i]) || title.ends_with(block_keys[i])) return i;
    }
  }
  for (const int level : {1, 2}) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].type == BlockType::heading && blocks[i].level == level) return i;
    }
  }
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    if (block_keys[i] == block_keys[i + 1] && count_words(block_keys[i]) >= least_repeated_words) return i;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Block> read_after_headline(Article& article, PageContext& context) {
  Node root = context.document().body();
  if (!root) root = context.document().root();
  std::vector<Block> blocks = read_body(root, context);
  std::vector<std::string> keys;
  for (const Block& block : blocks) {
    keys.push_back(block.type == BlockType::figure ? std::string() : comparison_key(text_of(block)));
  }
  const std::optional<std::size_t> headline = find_headline(blocks, keys, title_keys(article, context));
  if (!headline) return {};
  if (article.title.empty()) {
    article.title = text_of(blocks[*headline]);
    article.origins["title"] = "headline";
  }
  std::string before;
  for (std::size_t i = 0; i < *headline; ++i) before += text_of(blocks[i]) + "\n";
  if (!trim(before).empty()) {
    context.ledger().cut_text(trim(before), Boilerplate::masthead, "before the headline",
                              {blocks.front().source.begin, blocks[*headline].source.begin});
  }
  blocks.erase(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(*headline) + 1);
  return blocks;
}

void drop_repeated_title(Article& article, Ledger& ledger) {
  const std::string title = comparison_key(article.title);
  if (title.empty()) return;
  std::size_t seen = 0;
  std::erase_if(article.body, [&](const Block& block) {
    if (seen++ >= repeat_within) return false;
    const bool candidate = block.type == BlockType::heading || block.type == BlockType::paragraph;
    if (!candidate || comparison_key(text_of(block)) != title) return false;
    ledger.cut_text(text_of(block), Boilerplate::duplicate, "the title again", block.source);
    return true;
  });
}

}  // namespace pith
