#include "site/byline_lines.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "pith/text.hpp"

namespace pith {
namespace {

/// How far below the headline such lines stand, and how long they are.
constexpr std::size_t lines_of_head = 8;
constexpr std::size_t longest_line = 16;
/// How many lines may stand above the text for one of them to be the names of the authors alone.
constexpr std::size_t lines_above_text = 3;
constexpr std::size_t most_name_words = 4;

struct Prefix {
  std::string_view words;
  enum class Of { author, published, modified } of;
};
constexpr auto prefixes = std::to_array<Prefix>({
    {"by ", Prefix::Of::author},
    {"written by ", Prefix::Of::author},
    {"published", Prefix::Of::published},
    {"posted", Prefix::Of::published},
    {"first published", Prefix::Of::published},
    {"updated", Prefix::Of::modified},
    {"last updated", Prefix::Of::modified},
    {"last modified", Prefix::Of::modified},
});

const Prefix* prefix_of(std::string_view lower) {
  const auto at = std::find_if(prefixes.begin(), prefixes.end(),
                               [&](const Prefix& prefix) { return lower.starts_with(prefix.words); });
  return at == prefixes.end() ? nullptr : &*at;
}

/// The words behind "Published", "Published:", "Published on".
std::string_view behind(std::string_view text, const Prefix& prefix) {
  text.remove_prefix(prefix.words.size());
  text = trim(text);
  if (text.starts_with(":")) text = trim(text.substr(1));
  if (text.starts_with("on ")) text = trim(text.substr(3));
  return text;
}

bool take_date(std::string_view text, std::optional<DateTime>& field, const char* name, Article& article) {
  std::optional<DateTime> date = parse_date(text);
  if (!date) return false;
  if (!field) {
    field = std::move(date);
    article.origins[name] = "line below the headline";
  }
  return true;
}

bool take_names(std::string_view text, Article& article) {
  const std::vector<std::string> names = split_names(text);
  if (names.empty()) return false;
  if (article.authors.empty()) {
    article.authors = names;
    article.origins["authors"] = "line below the headline";
  }
  return true;
}

bool take(const Block& block, Article& article) {
  const std::string text = text_of(block);
  if (block.type != BlockType::paragraph || text.empty() || count_words(text) > longest_line ||
      text.back() == '.')
    return false;
  const Prefix* const prefix = prefix_of(lower_ascii(text));
  if (prefix == nullptr) return false;
  switch (prefix->of) {
    case Prefix::Of::author:
      return take_names(text, article);
    case Prefix::Of::published:
      return take_date(behind(text, *prefix), article.published, "published", article);
    case Prefix::Of::modified:
      return take_date(behind(text, *prefix), article.modified, "modified", article);
  }
  return false;
}

/// "Ann Lee" right above a line of the date.
bool is_name_line(const Block& block) {
  const std::string text = text_of(block);
  const std::vector<std::string> words = split_trimmed(text, ' ');
  return block.type == BlockType::paragraph && words.size() >= 2 && words.size() <= most_name_words &&
         text.find_first_of(".,:;!?0123456789") == std::string::npos &&
         std::all_of(words.begin(), words.end(), [](const std::string& word) {
           return (word.front() >= 'A' && word.front() <= 'Z') ||
                  static_cast<unsigned char>(word.front()) >= 0x80;
         });
}

bool is_date_line(const Block& block) {
  const std::string text = text_of(block);
  if (block.type != BlockType::paragraph || count_words(text) > longest_line) return false;
  const Prefix* const prefix = prefix_of(lower_ascii(text));
  return prefix != nullptr && prefix->of != Prefix::Of::author && parse_date(behind(text, *prefix));
}

void take_name_above_date(std::vector<Block>& body, Article& article, Ledger& ledger) {
  for (std::size_t i = 0; i + 1 < body.size() && i < lines_of_head; ++i) {
    if (!is_name_line(body[i]) || !is_date_line(body[i + 1])) continue;
    const std::string text = text_of(body[i]);
    if (article.authors.empty() && !take_names(text, article)) return;
    ledger.cut_text(text, Boilerplate::masthead, "line of author above the date", body[i].source);
    body.erase(body.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

}  // namespace

void take_byline_lines(std::vector<Block>& body, Article& article, Ledger& ledger) {
  take_name_above_date(body, article, ledger);
  std::size_t seen = 0;
  std::erase_if(body, [&](const Block& block) {
    if (seen++ >= lines_of_head || !take(block, article)) return false;
    ledger.cut_text(text_of(block), Boilerplate::masthead, "line of author or date", block.source);
    return true;
  });
}

void drop_repeated_authors(std::vector<Block>& body, const Article& article, Ledger& ledger) {
  const auto is_author = [&](const std::string& name) {
    return std::find(article.authors.begin(), article.authors.end(), name) != article.authors.end();
  };
  for (std::size_t i = 0; i < body.size() && i < lines_above_text; ++i) {
    const std::string text = text_of(body[i]);
    if (body[i].type == BlockType::figure) continue;
    if (body[i].type != BlockType::paragraph || count_words(text) > longest_line) return;
    const std::vector<std::string> names = split_names(text);
    if (names.empty() || !std::all_of(names.begin(), names.end(), is_author)) continue;
    ledger.cut_text(text, Boilerplate::masthead, "the authors again", body[i].source);
    body.erase(body.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

}  // namespace pith
