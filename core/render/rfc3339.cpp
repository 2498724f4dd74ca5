#include "core/render/rfc3339.hpp"

#include <date/date.h>

#include <charconv>
#include <cstddef>

namespace pith {
namespace {

/// Takes a text apart from the left. Once something did not fit, nothing does.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool character(char wanted) {
    if (!fits_ || rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void need(char wanted) { fits_ = character(wanted) && fits_; }

  /// `width` digits, no less.
  int number(std::size_t width, int least, int most) {
    int value = 0;
    const std::string_view digits = rest_.substr(0, width);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = digits.size() == width && end == digits.data() + width && digits.front() != '-';
    fits_ = fits_ && error == std::errc() && whole && value >= least && value <= most;
    if (fits_) rest_.remove_prefix(width);
    return fits_ ? value : 0;
  }
  /// Digits up to the next '-': a year has four, and more where it needs them.
  std::size_t digits_ahead() const { return std::min(rest_.find('-'), rest_.size()); }

  bool at_end() const { return rest_.empty(); }
  bool fits() const { return fits_; }

 private:
  std::string_view rest_;
  bool fits_ = true;
};

void read_date(Scanner& scanner, DateTime& time) {
  constexpr int kLastYear = 32'767;  // of date::year
  const bool before_christ = scanner.character('-');
  const std::size_t digits = scanner.digits_ahead();
  // "%04d" counts the sign.
  time.year = scanner.number(std::max<std::size_t>(digits, before_christ ? 3 : 4), 1, kLastYear);
  if (before_christ) time.year = -time.year;
  scanner.need('-');
  time.month = scanner.number(2, 1, 12);
  scanner.need('-');
  time.day = scanner.number(2, 1, 31);
}

void read_time(Scanner& scanner, DateTime& time) {
  time.has_time = true;
  time.hour = scanner.number(2, 0, 24);
  scanner.need(':');
  time.minute = scanner.number(2, 0, 59);
  scanner.need(':');
  time.second = scanner.number(2, 0, 60);
}

void read_zone(Scanner& scanner, DateTime& time) {
  if (scanner.at_end()) return;
  if (scanner.character('Z')) {
    time.offset_minutes = 0;
    return;
  }
  const bool west = scanner.character('-');
  if (!west) scanner.need('+');
  const int hours = scanner.number(2, 0, 99);
  scanner.need(':');
  const int minutes = hours * 60 + scanner.number(2, 0, 59);
  time.offset_minutes = west ? -minutes : minutes;
}

bool is_day(const DateTime& time) {
  return date::year_month_day{date::year{time.year}, date::month{static_cast<unsigned>(time.month)},
                              date::day{static_cast<unsigned>(time.day)}}
      .ok();
}

}  // namespace

std::optional<DateTime> read_rfc3339(std::string_view text) {
  Scanner scanner(text);
  DateTime time;
  read_date(scanner, time);
  if (scanner.character('T')) {
    read_time(scanner, time);
    read_zone(scanner, time);
  }
  if (!scanner.fits() || !scanner.at_end() || !is_day(time)) return std::nullopt;
  return time;
}

}  // namespace pith
