#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/fetch/robots_rules.hpp"

namespace pith {

/// Reads a robots.txt line by line and keeps what is said to one crawler, and beside it what is said to all,
/// until it is known which of the two counts.
class RobotsParser {
 public:
  explicit RobotsParser(std::string_view agent) : agent_(agent) {}

  void read_line(std::string_view line);
  /// The rules of the crawler's own groups; if it was not named, those for `*`.
  RobotsRules finish();

 private:
  /// Whom the lines at hand are for.
  struct Audience {
    bool named = false;
    bool everybody = false;
  };

  void read_agent(std::string_view value);
  void read_rule(std::string_view path, bool allow);
  void read_crawl_delay(std::string_view value);
  void read_sitemap(std::string_view value);

  std::string_view agent_;
  Audience audience_;
  bool in_rules_ = false;  ///< whether the group at hand has had a rule: the next agent begins a new one
  bool was_named_ = false;
  RobotsRules own_;
  RobotsRules general_;
};

}  // namespace pith
