#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "pith/article.hpp"

namespace pith::test {

/// Articles made of what is awkward to write: markup characters, broken marks, scripts of several
/// alphabets, deep lists. The same seed gives the same article everywhere (mt19937 is the same
/// everywhere; the standard's distributions are not, and not used).
class RandomArticle {
 public:
  explicit RandomArticle(std::uint32_t seed) : random_(seed) {}

  Article article();
  std::vector<Block> blocks(int depth);
  std::vector<Span> spans();
  std::string text();

  /// Also what no CommonMark has: tables, dangerous URLs, invalid bytes, control characters.
  RandomArticle& hostile() {
    hostile_ = true;
    return *this;
  }

 private:
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_()) % bound; }
  bool chance(std::uint32_t percent) { return below(100) < percent; }
  std::string url();
  Block block(int depth);
  Block list(int depth);
  Block figure();
  Block table();

  std::mt19937 random_;
  bool hostile_ = false;
};

}  // namespace pith::test
