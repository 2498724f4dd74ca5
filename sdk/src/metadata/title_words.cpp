#include "metadata/title_words.hpp"

#include <algorithm>
#include <utility>

#include "pith/text.hpp"

namespace pith::metadata {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : lower_ascii(text)) {
    if (is_word_byte(c)) letters += c;
  }
  return letters;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : comparison_key(text)) {
    if (is_word_byte(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

double agreement(std::string_view a, std::string_view b) {
  auto first = words_of(a);
  auto second = words_of(b);
  if (first.empty() || second.empty()) return 0;
  if (first.size() > second.size()) first.swap(second);
  std::sort(second.begin(), second.end());
  const auto shared = std::count_if(first.begin(), first.end(), [&](const std::string& word) {
    return std::binary_search(second.begin(), second.end(), word);
  });
  return static_cast<double>(shared) / static_cast<double>(first.size());
}

}  // namespace pith::metadata
