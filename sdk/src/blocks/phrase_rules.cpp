#include "blocks/phrase_rules.hpp"

#include <algorithm>
#include <cstdint>

#include "pith/text.hpp"

namespace pith {
namespace {

/// Bytes of a phrase's edge by which it is looked up; shorter phrases by each of their lengths.
constexpr std::size_t edge_bytes = 4;
constexpr std::size_t heading_like_bytes = 80;

std::uint64_t packed(std::string_view edge) {
  std::uint64_t number = edge.size();
  for (const char c : edge) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

}  // namespace

bool reads_like_heading(const Block& block) {
  if (block.type == BlockType::heading) return true;
  if (block.type != BlockType::paragraph) return false;
  const std::string text = text_of(block);
  return text.size() <= heading_like_bytes && !text.empty() && text.back() != '.' && text.back() != ',';
}

void PhraseRules::add(PhraseRule rule) {
  const auto place = static_cast<std::uint32_t>(rules_.size());
  const std::string& key = rule.pattern.key();
  const std::size_t edge = std::min(edge_bytes, key.size());
  switch (rule.pattern.how()) {
    case TextPattern::How::equals:
      whole_[packed(key.substr(0, edge))].push_back(place);
      longest_whole_ = std::max(longest_whole_, key.size());
      break;
    case TextPattern::How::begins:
      beginnings_[packed(key.substr(0, edge))].push_back(place);
      break;
    case TextPattern::How::ends:
      endings_[packed(key.substr(key.size() - edge))].push_back(place);
      break;
    case TextPattern::How::contains:
      anywhere_.push_back(place);
      break;
  }
  rules_.push_back(std::move(rule));
}

void PhraseRules::look_up(const Index& index, std::string_view edge, std::string_view key, const Block& block,
                          std::size_t& first) const {
  const auto found = index.find(packed(edge));
  if (found == index.end()) return;
  for (const std::uint32_t place : found->second) {
    if (place >= first) return;
    const TextPattern& pattern = rules_[place].pattern;
    if (!pattern.matches_key(key) || (pattern.headings_only() && !reads_like_heading(block))) continue;
    first = place;
    return;
  }
}

const PhraseRule* PhraseRules::first_match(const Block& block) const {
  if (rules_.empty() || block.type == BlockType::code || block.type == BlockType::embed) return nullptr;
  const std::string text = text_of(block);
  if (text.size() > longest_block_) return nullptr;
  const std::string key = comparison_key(text);
  if (key.empty()) return nullptr;
  std::size_t first = rules_.size();
  const std::string_view view = key;
  const std::size_t longest = std::min(edge_bytes, key.size());
  if (key.size() <= longest_whole_) look_up(whole_, view.substr(0, longest), key, block, first);
  for (std::size_t size = 1; size <= longest; ++size) {
    look_up(beginnings_, view.substr(0, size), key, block, first);
    look_up(endings_, view.substr(key.size() - size), key, block, first);
  }
  for (const std::uint32_t place : anywhere_) {
    if (place >= first) break;
    const TextPattern& pattern = rules_[place].pattern;
    if (pattern.matches_key(key) && (!pattern.headings_only() || reads_like_heading(block))) first = place;
  }
  return first < rules_.size() ? &rules_[first] : nullptr;
}

}  // namespace pith
