#include "site/headline.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "blocks/block_rules.hpp"
#include "pith/block_repairs.hpp"
#include "pith/body_reader.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

/// A part of a longer title ("Headline | Site") must have this many bytes to be taken for the headline.
constexpr std::size_t least_part = 15;
/// The title may be said again within this many blocks.
constexpr std::size_t repeat_within = 6;
/// Shorter titles are more often the site's name than a headline.
constexpr std::size_t least_title_words = 3;
/// How far prose is looked for after a headline.
constexpr std::size_t prose_within = 8;
/// Words of prose that must follow it then.
constexpr std::size_t least_prose_words = 10;
/// So many headlines right after one another at the end are none of the article's.
constexpr std::size_t least_trailing = 5;
constexpr std::size_t longest_headline = 160;
/// A headline that is told only by being said twice has at least so many words.
constexpr std::size_t least_repeated_words = 4;

using Keys = std::vector<std::string>;

bool contains(const Keys& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// What the site is called: no headline, wherever it stands.
Keys site_keys(const Article& article, PageContext& context) {
  Keys keys{comparison_key(article.site_name)};
  for (const Metadata::Value& name : context.metadata().site_names) keys.push_back(comparison_key(name.text));
  // Where the site has said its name, a short title is no guess at it.
  if (!article.site_name.empty()) return keys;
  for (const Metadata::Value& title : context.metadata().titles) {
    if (title.origin != "h1" && count_words(title.text) < least_title_words)
      keys.push_back(comparison_key(title.text));
  }
  return keys;
}

/// Keys that the headline may have, the most trusted first.
Keys title_keys(const Article& article, PageContext& context, const Keys& sites) {
  Keys keys;
  const auto add = [&](std::string_view title) {
    std::string key = comparison_key(title);
    if (!key.empty() && !contains(sites, key)) keys.push_back(std::move(key));
  };
  add(article.title);
  // What the metadata agree on is less likely the name of the site than any one of them.
  Article chosen;
  chosen.site_name = article.site_name;
  context.metadata().fill(chosen);
  add(chosen.title);
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

std::optional<std::size_t> find_equal(const std::vector<Block>& blocks, const Keys& keys,
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

/// "Headline | Site", "Site: Headline": the headline is a part of what the page calls itself, the longest
/// that stands in a block.
std::optional<std::size_t> find_part(const std::vector<Block>& blocks, const Keys& keys,
                                     const std::string& title) {
  std::size_t longest = 0;
  for (const std::string& key : keys) {
    const bool part = key.size() >= least_part && (title.starts_with(key) || title.ends_with(key));
    if (part) longest = std::max(longest, key.size());
  }
  if (longest == 0) return std::nullopt;
  for (const std::string& key : {title.substr(0, longest), title.substr(title.size() - longest)}) {
    if (const auto at = find_equal(blocks, keys, key)) return at;
  }
  return std::nullopt;
}

std::optional<std::size_t> find_heading(const std::vector<Block>& blocks, const Keys& keys, int level,
                                        const Keys& sites) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].type == BlockType::heading && blocks[i].level == level && !contains(sites, keys[i]))
      return i;
  }
  return std::nullopt;
}

/// The first line that is said twice in a row and that prose follows: cards further down may have longer
/// texts.
std::optional<std::size_t> find_repeated(const std::vector<Block>& blocks, const Keys& keys) {
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    const bool repeated = keys[i] == keys[i + 1] && count_words(keys[i]) >= least_repeated_words;
    if (repeated && prose_after(blocks, i) >= least_prose_words) return i;
  }
  return std::nullopt;
}

/// A line that is also the alternative text of a picture, with the most prose after it.
std::optional<std::size_t> find_depicted(const std::vector<Block>& blocks, const Keys& keys) {
  Keys pictures;
  for (const Block& block : blocks) {
    for (const Image& image : block.images) {
      if (count_words(image.alt) >= least_repeated_words) pictures.push_back(comparison_key(image.alt));
    }
  }
  std::sort(pictures.begin(), pictures.end());
  std::optional<std::size_t> best;
  std::size_t most = least_prose_words - 1;
  for (std::size_t i = 0; i < blocks.size() && !pictures.empty(); ++i) {
    if (!std::binary_search(pictures.begin(), pictures.end(), keys[i])) continue;
    const std::size_t prose = prose_after(blocks, i);
    if (prose <= most) continue;
    best = i;
    most = prose;
  }
  return best;
}

std::optional<std::size_t> find_headline(const std::vector<Block>& blocks, const Keys& keys,
                                         const Keys& titles, const Keys& sites) {
  for (const std::string& title : titles) {
    if (const auto at = find_equal(blocks, keys, title)) return at;
  }
  for (const std::string& title : titles) {
    if (const auto at = find_part(blocks, keys, title)) return at;
  }
  for (const int level : {1, 2}) {
    if (const auto at = find_heading(blocks, keys, level, sites)) return at;
  }
  if (const auto at = find_repeated(blocks, keys)) return at;
  return find_depicted(blocks, keys);
}

/// A line that could be the headline of something else.
bool reads_like_headline(const Block& block) {
  if (block.type != BlockType::paragraph && block.type != BlockType::heading && block.type != BlockType::list)
    return false;
  const std::string text = text_of(block);
  if (block.type == BlockType::list) return !ends_sentence(text);
  return text.size() <= longest_headline && (!ends_sentence(text) || text.ends_with('?'));
}

}  // namespace

std::vector<Block> read_after_headline(Article& article, PageContext& context, bool lines) {
  Node root = context.document().body();
  if (!root) root = context.document().root();
  std::vector<Block> blocks = read_body(root, context);
  if (lines) split_lines(blocks, {root}, context);
  Keys keys;
  for (const Block& block : blocks) {
    keys.push_back(block.type == BlockType::figure ? std::string() : comparison_key(text_of(block)));
  }
  const Keys sites = site_keys(article, context);
  const std::optional<std::size_t> headline =
      find_headline(blocks, keys, title_keys(article, context, sites), sites);
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

void drop_trailing_headlines(std::vector<Block>& body, Ledger& ledger) {
  std::size_t first = body.size();
  while (first > 0 && reads_like_headline(body[first - 1])) --first;
  if (body.size() - first < least_trailing) return;
  for (std::size_t at = first; at < body.size(); ++at)
    ledger.cut_text(text_of(body[at]), Boilerplate::related, "headlines after the text", body[at].source);
  body.resize(first);
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
