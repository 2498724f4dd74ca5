#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "pith/block.hpp"
#include "pith/language.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::size_t enough_bytes = 1'200;
/// So much text is believed against the markup.
constexpr std::size_t least_bytes_of_proof = 1'000;

/// Languages that a detector, and often a page, takes for each other.
constexpr std::array<std::string_view, 4> close_kin{" no nb nn da ", " sr hr bs sh ", " id ms ", " fil tl "};

std::string_view primary(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

bool are_kin(std::string_view a, std::string_view b) {
  if (primary(a) == primary(b)) return true;
  const auto has = [](std::string_view group, std::string_view tag) {
    return group.find(" " + std::string(primary(tag)) + " ") != std::string_view::npos;
  };
  return std::any_of(close_kin.begin(), close_kin.end(),
                     [&](std::string_view group) { return has(group, a) && has(group, b); });
}

/// The paragraphs; code and tables are in no language.
std::string words_of(const std::vector<Block>& body) {
  std::string text;
  for (const Block& block : body) {
    if (block.type != BlockType::paragraph) continue;
    text += text_of(block);
    text += '\n';
    if (text.size() >= enough_bytes) break;
  }
  return text;
}

}  // namespace

void confirm_language(Article& article, PageContext& context) {
  const std::string text = words_of(article.body);
  const std::string detected = detect_language(text);
  if (detected.empty()) return;
  std::string& origin = article.origins["language"];
  if (article.language.empty()) {
    origin = "detected in the text";
  } else if (are_kin(article.language, detected)) {
    origin += ", confirmed by the text";
    return;
  } else if (text.size() < least_bytes_of_proof) {
    return;
  } else {
    context.notice(Notice::Kind::data, "the page says that its language is '" + article.language +
                                           "', and the text is in '" + detected + "'");
    origin = "detected in the text, against " + origin;
  }
  article.language = detected;
}

}  // namespace pith
