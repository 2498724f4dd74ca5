#include "feed_date.hpp"

#include <string>
#include <utility>

#include "pith/text.hpp"

namespace feeds {
namespace {

/// What is longer was never meant as a date.
constexpr std::size_t longest_unread = 100;

/// "Sun Jan  4 16:29:06 PST 2004", as C's asctime() and Unix' date write it, in the order of mail; empty for
/// anything else.
std::string in_order_of_mail(std::string_view text) {
  const auto words = pith::split_trimmed(text, ' ');
  const bool has_zone = words.size() == 6;
  if (!has_zone && words.size() != 5) return {};
  const std::string& year = words.back();
  const bool is_asctime = words[3].find(':') != std::string::npos && year.size() == 4 &&
                          year.find_first_not_of("0123456789") == std::string::npos;
  if (!is_asctime) return {};
  return words[2] + ' ' + words[1] + ' ' + year + ' ' + words[3] + (has_zone ? ' ' + words[4] : "");
}

}  // namespace

std::optional<pith::DateTime> read_feed_date(std::string_view text) {
  text = pith::trim(text);
  auto date = pith::parse_date(text);
  if (const std::string mail = date ? "" : in_order_of_mail(text); !mail.empty()) {
    date = pith::parse_date(mail);
    if (date) date->raw = std::string(text);
  }
  if (date) {
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
