#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pith {

/// What one site's robots.txt says to one crawler (RFC 9309, the Robots Exclusion Protocol, read as Google
/// publishes that it reads it: developers.google.com/search/docs/crawling-indexing/robots/robots_txt).
///
/// Groups that name the crawler are taken together, whatever their order; if none does, those for `*`.
/// Names are compared without case, paths with it. Of the rules that match, the one with the longest path
/// counts, and of two as long the one that allows. A value type; const and safe to use from any thread.
class RobotsRules {
 public:
  /// What comes beyond is not read (RFC 9309, section 2.5, asks for 500 KiB at least).
  static constexpr std::size_t most_bytes = std::size_t{500} << 10;
  static constexpr std::size_t most_sitemaps = 1'000;

  /// Everything is allowed.
  RobotsRules() = default;
  /// `agent` is a product token: "Pith". Never fails: what is not understood has no meaning. If the text is
  /// longer than `most_bytes`, the line that is cut there has none either.
  static RobotsRules parse(std::string_view text, std::string_view agent);

  /// Whether a path with its query ("/a?b=c") may be fetched. /robots.txt always may.
  bool allows(std::string_view path) const;
  /// Seconds between requests: no part of the standard, but widely written and kept to.
  std::optional<std::chrono::milliseconds> crawl_delay() const { return crawl_delay_; }
  /// The URLs of sitemaps, for whatever crawler.
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }
  /// What it holds in memory, about.
  std::size_t bytes() const;

 private:
  friend class RobotsParser;
  struct Rule {
    std::string pattern;  ///< as normal_robots_path() gives it
    bool allow = false;
  };

  std::vector<Rule> rules_;
  std::optional<std::chrono::milliseconds> crawl_delay_;
  std::vector<std::string> sitemaps_;
};

/// A path or pattern in the one spelling in which they are compared (RFC 9309, section 2.2.2): what need not
/// be percent-encoded is not, what must be is, digits in capitals. '*' and '$' stay as they are.
std::string normal_robots_path(std::string_view path);

/// Whether a path begins as the pattern says: '*' stands for any run of characters, '$' at the end for the
/// end of the path. Both in normal spelling. Time at most proportional to both lengths together times the
/// number of stars.
bool robots_path_matches(std::string_view path, std::string_view pattern);

}  // namespace pith
