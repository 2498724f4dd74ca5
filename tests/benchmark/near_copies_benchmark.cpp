// How well near-copies are found, and how many links there are between articles that are none, by the numbers
// of near_copies.hpp and by others; over texts of real articles, as the gold files of corpora hold them (one
// object a line, with `url` and `text`):
//
//   near_copies_benchmark GOLD.jsonl...
//
// Links among the texts are listed in full, to be judged by eye. Copies are made of every text: its end cut
// off, a trailer of another text added, both, paragraphs left out, words changed.

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/fingerprint/near_copies.hpp"
#include "core/fingerprint/shingles.hpp"
#include "core/fingerprint/text_fingerprint.hpp"
#include "pith/json.hpp"
#include "pith/text.hpp"
#include "pith/url.hpp"

namespace {

using Sketch = std::vector<std::uint32_t>;
using Words = std::vector<std::string>;

struct Text {
  std::string url;
  std::string host;
  std::string text;
  Words words;
};

/// A changed text and the one it was made of.
struct Copy {
  std::size_t original;
  std::string text;
};

std::string joined(const Words& words) {
  std::string text;
  for (const auto& word : words) text += word + ' ';
  return text;
}

/// Texts that are long enough, each URL once.
std::vector<Text> read_texts(int files, char** names) {
  std::vector<Text> texts;
  std::set<std::string> urls;
  for (int i = 0; i < files; ++i) {
    std::ifstream file(names[i]);
    for (std::string line; std::getline(file, line);) {
      const auto json = pith::JsonDocument::parse(line);
      Text text;
      text.url = json.root()["url"].string();
      text.host = pith::url_host(text.url);
      text.text = json.root()["text"].string();
      if (pith::count_words(text.text) < 60 || !urls.insert(pith::canonical_url(text.url)).second) continue;
      std::string spaced = text.text;
      std::replace(spaced.begin(), spaced.end(), '\n', ' ');
      text.words = pith::split_trimmed(spaced, ' ');
      texts.push_back(std::move(text));
    }
  }
  return texts;
}

Words without_paragraphs(const Words& words, double share, std::mt19937& random) {
  constexpr std::size_t paragraph = 40;
  const std::size_t count = (words.size() + paragraph - 1) / paragraph;
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  std::shuffle(order.begin(), order.end(), random);
  order.resize(static_cast<std::size_t>(share * static_cast<double>(count) + 0.5));
  Words kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::find(order.begin(), order.end(), i / paragraph) == order.end()) kept.push_back(words[i]);
  }
  return kept;
}

std::map<std::string, std::vector<Copy>> copies_of(const std::vector<Text>& texts) {
  std::map<std::string, std::vector<Copy>> copies;
  std::mt19937 random(1);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Words& words = texts[i].words;
    const Words& others = texts[(i + 17) % texts.size()].words;
    const auto add = [&](const char* kind, int percent, const Words& copy) {
      copies[std::string(kind) + ' ' + std::to_string(percent) + " %"].push_back({i, joined(copy)});
    };
    for (const int percent : {10, 20, 30}) {
      const std::size_t part = words.size() * static_cast<std::size_t>(percent) / 100;
      Words cut(words.begin(), words.end() - static_cast<std::ptrdiff_t>(part));
      add("cut", percent, cut);
      Words trailed = words;
      for (std::size_t k = 0; k < part; ++k) {
        trailed.push_back(others[k % others.size()]);
        cut.push_back(others[k % others.size()]);
      }
      add("trailer", percent, trailed);
      add("cut and trailer", percent, cut);
      add("paragraphs", percent, without_paragraphs(words, percent / 100.0, random));
    }
    for (const unsigned percent : {2U, 5U, 10U}) {
      Words changed = words;
      for (auto& word : changed) {
        if (random() % 100 < percent) word = "other" + std::to_string(random());
      }
      add("words changed", static_cast<int>(percent), changed);
    }
  }
  return copies;
}

bool share_a_band(const Sketch& a, const Sketch& b, std::size_t rows) {
  for (std::size_t at = 0; at + rows <= a.size(); at += rows) {
    const auto begin = a.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::equal(begin, begin + static_cast<std::ptrdiff_t>(rows),
                   b.begin() + static_cast<std::ptrdiff_t>(at))) {
      return true;
    }
  }
  return false;
}

constexpr std::array thresholds{0.3, 0.4, 0.5, 0.6, 0.7};

void minhash(const std::vector<Text>& texts, const std::map<std::string, std::vector<Copy>>& copies,
             std::size_t size) {
  std::vector<Sketch> sketches;
  for (const Text& text : texts) sketches.push_back(pith::minhash_sketch(pith::shingles(text.text, size)));
  std::array<int, thresholds.size()> links{};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      const double similarity = pith::fingerprint_similarity(sketches[i], sketches[j]);
      for (std::size_t t = 0; t < thresholds.size(); ++t) links[t] += similarity >= thresholds[t] ? 1 : 0;
    }
  }
  std::printf("\nMinHash, shingles of %zu words\n%-22s", size, "similarity from");
  for (const double threshold : thresholds) std::printf("  %5.1f", threshold);
  std::printf("  0.5, bands 32x4  25x5  0.4, bands 32x4\n%-22s", "links among texts");
  for (const int count : links) std::printf("  %5d", count);
  std::printf("\n");
  for (const auto& [kind, of_kind] : copies) {
    std::array<double, thresholds.size() + 3> found{};
    for (const Copy& copy : of_kind) {
      const Sketch& original = sketches[copy.original];
      const Sketch sketch = pith::minhash_sketch(pith::shingles(copy.text, size));
      const double similarity = pith::fingerprint_similarity(original, sketch);
      for (std::size_t t = 0; t < thresholds.size(); ++t) found[t] += similarity >= thresholds[t] ? 1 : 0;
      const bool of_four = share_a_band(original, sketch, 4);
      found[thresholds.size()] += similarity >= 0.5 && of_four ? 1 : 0;
      found[thresholds.size() + 1] += similarity >= 0.5 && share_a_band(original, sketch, 5) ? 1 : 0;
      found[thresholds.size() + 2] += similarity >= 0.4 && of_four ? 1 : 0;
    }
    std::printf("%-22s", kind.c_str());
    for (const double count : found) std::printf("  %5.3f", count / static_cast<double>(of_kind.size()));
    std::printf("\n");
  }
}

/// Charikar 2002; Manku, Jain, Das Sarma 2007 take 64 bits and up to 3 that differ.
std::uint64_t simhash(const std::string& text, std::size_t size) {
  std::array<int, 64> sums{};
  for (const std::uint64_t hash : pith::shingles(text, size)) {
    for (unsigned bit = 0; bit < 64; ++bit) sums[bit] += (hash >> bit & 1U) != 0 ? 1 : -1;
  }
  std::uint64_t print = 0;
  for (unsigned bit = 0; bit < 64; ++bit) {
    if (sums[bit] > 0) print |= std::uint64_t{1} << bit;
  }
  return print;
}

void simhashes(const std::vector<Text>& texts, const std::map<std::string, std::vector<Copy>>& copies,
               std::size_t size) {
  std::vector<std::uint64_t> prints;
  for (const Text& text : texts) prints.push_back(simhash(text.text, size));
  constexpr std::array bits{3, 6, 10};
  std::array<int, bits.size()> links{};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      const int differ = std::popcount(prints[i] ^ prints[j]);
      for (std::size_t b = 0; b < bits.size(); ++b) links[b] += differ <= bits[b] ? 1 : 0;
    }
  }
  std::printf("\nSimHash, 64 bits, shingles of %zu words\n%-22s  k=3    k=6    k=10\n%-22s", size, "",
              "links");
  for (const int count : links) std::printf("  %5d", count);
  std::printf("\n");
  for (const auto& [kind, of_kind] : copies) {
    std::array<double, bits.size()> found{};
    for (const Copy& copy : of_kind) {
      const int differ = std::popcount(prints[copy.original] ^ simhash(copy.text, size));
      for (std::size_t b = 0; b < bits.size(); ++b) found[b] += differ <= bits[b] ? 1 : 0;
    }
    std::printf("%-22s", kind.c_str());
    for (const double count : found) std::printf("  %5.3f", count / static_cast<double>(of_kind.size()));
    std::printf("\n");
  }
}

/// What the store would do.
void links_as_chosen(const std::vector<Text>& texts) {
  std::vector<Sketch> sketches;
  std::vector<std::vector<std::int64_t>> bands;
  for (const Text& text : texts) {
    sketches.push_back(pith::text_fingerprint(text.text));
    bands.push_back(pith::near_copy_bands(sketches.back()));
  }
  int compared = 0;
  std::printf("links as chosen:\n");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      bool candidates = false;
      for (std::size_t b = 0; b < bands[i].size() && b < bands[j].size(); ++b)
        candidates |= bands[i][b] == bands[j][b];
      if (!candidates) continue;
      ++compared;
      if (!pith::are_near_copies(sketches[i], texts[i].host, sketches[j], texts[j].host)) continue;
      std::printf("  %.2f  %s  %s\n", pith::fingerprint_similarity(sketches[i], sketches[j]),
                  texts[i].url.c_str(), texts[j].url.c_str());
    }
  }
  std::printf("%d pairs of %zu texts share a band\n", compared, texts.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: near_copies_benchmark GOLD.jsonl...\n");
    return 2;
  }
  const auto texts = read_texts(argc - 1, argv + 1);
  links_as_chosen(texts);
  const auto copies = copies_of(texts);
  for (const std::size_t size : {2, 3, 4, 5}) minhash(texts, copies, size);
  for (const std::size_t size : {1, 3}) simhashes(texts, copies, size);
  return 0;
}
