#include "core/fetch/robots_parser.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/fetch/user_agent.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

enum class Key { agent, allow, disallow, crawl_delay, sitemap, other };

/// Misspellings that Google's parser takes for what was meant: whoever writes them wants to be heeded.
constexpr std::array<std::pair<std::string_view, Key>, 14> keys = {{
    {"user-agent", Key::agent},
    {"useragent", Key::agent},
    {"user agent", Key::agent},
    {"allow", Key::allow},
    {"disallow", Key::disallow},
    {"dissallow", Key::disallow},
    {"dissalow", Key::disallow},
    {"disalow", Key::disallow},
    {"diasllow", Key::disallow},
    {"disallaw", Key::disallow},
    {"crawl-delay", Key::crawl_delay},
    {"sitemap", Key::sitemap},
    {"site-map", Key::sitemap},
    {"site map", Key::sitemap},
}};

Key key_of(std::string_view name) {
  const std::string lower = lower_ascii(name);
  const auto* found =
      std::find_if(keys.begin(), keys.end(), [&](const auto& key) { return key.first == lower; });
  return found == keys.end() ? Key::other : found->second;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

struct Line {
  std::string_view name;
  std::string_view value;
};

/// "disallow /private" is taken for what it means, too, if it is just the two words.
Line split(std::string_view text) {
  const auto colon = text.find(':');
  if (colon != std::string_view::npos)
    return {trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 1))};
  const auto space = text.find_first_of(" \t");
  if (space == std::string_view::npos) return {};
  const std::string_view value = trimmed(text.substr(space));
  if (value.find_first_of(" \t") != std::string_view::npos) return {};
  return {text.substr(0, space), value};
}

}  // namespace

void RobotsParser::read_line(std::string_view line) {
  const auto [name, value] = split(trimmed(line.substr(0, line.find('#'))));
  switch (key_of(name)) {
    case Key::agent:
      return read_agent(value);
    case Key::allow:
      return read_rule(value, true);
    case Key::disallow:
      return read_rule(value, false);
    case Key::crawl_delay:
      return read_crawl_delay(value);
    case Key::sitemap:
      return read_sitemap(value);
    case Key::other:
      return;  // ends no group: agents may stand on both sides of it
  }
}

void RobotsParser::read_agent(std::string_view value) {
  if (std::exchange(in_rules_, false)) audience_ = {};
  if (value == "*" || value.starts_with("* ") || value.starts_with("*\t")) {
    audience_.everybody = true;
  } else if (!agent_.empty() && lower_ascii(product_token(value)) == lower_ascii(agent_)) {
    audience_.named = was_named_ = true;
  }
}

void RobotsParser::read_rule(std::string_view path, bool allow) {
  in_rules_ = true;
  if (path.empty()) return;
  if (!audience_.named && !audience_.everybody) return;
  const std::string pattern = normal_robots_path(path);
  if (audience_.named) own_.rules_.push_back({pattern, allow});
  if (audience_.everybody) general_.rules_.push_back({pattern, allow});
}

void RobotsParser::read_crawl_delay(std::string_view value) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  // A day and more is as good as a day: every delay is bounded by the policy.
  if (error != std::errc() || !(seconds >= 0)) return;
  const std::chrono::milliseconds delay(static_cast<long>(std::min(seconds, 86'400.0) * 1000));
  if (audience_.named) own_.crawl_delay_ = std::max(delay, own_.crawl_delay_.value_or(delay));
  if (audience_.everybody) general_.crawl_delay_ = std::max(delay, general_.crawl_delay_.value_or(delay));
}

void RobotsParser::read_sitemap(std::string_view value) {
  if (!value.empty() && own_.sitemaps_.size() < RobotsRules::most_sitemaps)
    own_.sitemaps_.emplace_back(value);
}

RobotsRules RobotsParser::finish() {
  if (was_named_) return std::move(own_);
  general_.sitemaps_ = std::move(own_.sitemaps_);
  return std::move(general_);
}

}  // namespace pith
