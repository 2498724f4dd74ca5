#include "feed_date.hpp"

#include <string>
#include <utility>

#include "pith/text.hpp"

namespace feeds {
namespace {

/// What is longer was never meant as a date.
constexpr std::size_t longest_unread = 100;

}  // namespace

std::optional<pith::DateTime> read_feed_date(std::string_view text) {
  text = pith::trim(text);
  if (auto date = pith::parse_date(text)) {
    std::string raw = std::move(date->raw);
    pith::DateTime in_utc = date->in_utc();
    in_utc.raw = std::move(raw);
    return in_utc;
  }
  if (text.empty() || text.size() > longest_unread) return std::nullopt;
  pith::DateTime unread;
  unread.raw = std::string(text);
  return unread;
}

bool is_known(const std::optional<pith::DateTime>& date) {
  return date && date->year != 0;
}

}  // namespace feeds
