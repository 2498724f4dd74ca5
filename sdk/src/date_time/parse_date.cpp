#include <date/date.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "date_time/date_words.hpp"
#include "pith/date_time.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::size_t longest_text = 300;
constexpr int first_year = 1900;
constexpr int last_year = 2100;
constexpr std::int64_t first_epoch = 631'152'000;   // 1990
constexpr std::int64_t last_epoch = 4'102'444'800;  // 2100

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A piece of a written date: a number, a word in lower case, or a sign.
struct Token {
  enum class Kind { number, word, sign } kind;
  std::string text;
  int value = 0;
};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (is_digit(text[at])) {
      while (end < text.size() && is_digit(text[end])) ++end;
      const std::string digits(text.substr(at, end - at));
      tokens.push_back({Token::Kind::number, digits, digits.size() <= 9 ? std::stoi(digits) : -1});
    } else if (is_word_byte(text[at])) {
      while (end < text.size() && is_word_byte(text[end])) ++end;
      tokens.push_back({Token::Kind::word, std::string(text.substr(at, end - at))});
    } else if (text[at] != ' ') {
      tokens.push_back({Token::Kind::sign, std::string(1, text[at])});
    }
    at = end;
  }
  return tokens;
}

bool is_year(const Token& token) {
  return token.kind == Token::Kind::number && token.text.size() == 4 && token.value >= first_year &&
         token.value <= last_year;
}
bool is_day(const Token& token) {
  return token.kind == Token::Kind::number && token.text.size() <= 2 && token.value >= 1 && token.value <= 31;
}

/// Reads the tokens of one text.
class DateReader {
 public:
  explicit DateReader(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  std::optional<DateTime> read() {
    if (!read_day()) return std::nullopt;
    const date::year_month_day day{date::year{value_.year}, date::month{static_cast<unsigned>(value_.month)},
                                   date::day{static_cast<unsigned>(value_.day)}};
    if (!day.ok()) return std::nullopt;
    read_time();
    return value_;
  }

 private:
  const Token* at(std::size_t index) const { return index < tokens_.size() ? &tokens_[index] : nullptr; }
  bool sign(std::size_t index, std::string_view text) const {
    return at(index) != nullptr && tokens_[index].kind == Token::Kind::sign && tokens_[index].text == text;
  }
  bool number(std::size_t index) const {
    return at(index) != nullptr && tokens_[index].kind == Token::Kind::number;
  }
  bool word(std::size_t index, std::string_view text) const {
    return at(index) != nullptr && tokens_[index].kind == Token::Kind::word && tokens_[index].text == text;
  }

  bool read_day() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (numeric(i) || east_asian(i) || compact(i) || with_month_name(i)) return true;
    }
    return false;
  }

  bool set(int year, int month, int day, std::size_t first, std::size_t behind) {
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > 31) return false;
    value_.year = year;
    value_.month = month;
    value_.day = day;
    day_begin_ = first;
    day_end_ = behind;
    return true;
  }

  /// 2025-08-01, 2025/8/1, 2025.8.1; 13.08.2025 (with dots the day comes first), 13/08/2025 and 08/13/2025
  /// where only one reading is possible.
  bool numeric(std::size_t i) {
    if (!number(i) || !number(i + 2) || !number(i + 4)) return false;
    const bool dash = sign(i + 1, "-") && sign(i + 3, "-");
    const bool slash = sign(i + 1, "/") && sign(i + 3, "/");
    const bool dot = sign(i + 1, ".") && sign(i + 3, ".");
    if (!dash && !slash && !dot) return false;
    const Token& a = tokens_[i];
    const Token& b = tokens_[i + 2];
    const Token& c = tokens_[i + 4];
    if (is_year(a)) return set(a.value, b.value, c.value, i, i + 5);
    if (!is_year(c)) return false;
    if (dot || a.value > 12) return set(c.value, b.value, a.value, i, i + 5);
    if (b.value > 12) return set(c.value, a.value, b.value, i, i + 5);
    return a.value == b.value && set(c.value, a.value, b.value, i, i + 5);
  }

  /// 2025年8月1日
  bool east_asian(std::size_t i) {
    if (at(i) == nullptr || !is_year(tokens_[i]) || !word(i + 1, "年") || !number(i + 2)) return false;
    if (!word(i + 3, "月") || !number(i + 4)) return false;
    return set(tokens_[i].value, tokens_[i + 2].value, tokens_[i + 4].value, i, i + 6);
  }

  /// 20250801, 20250801T123000
  bool compact(std::size_t i) {
    if (!number(i) || tokens_[i].text.size() != 8) return false;
    const int value = tokens_[i].value;
    return set(value / 10000, value / 100 % 100, value % 100, i, i + 1);
  }

  /// "1 August 2025", "August 1st, 2025", "1. August 2025", "1er août 2025", "1 de agosto de 2025",
  /// "2025 August 1".
  bool with_month_name(std::size_t i) {
    if (at(i) == nullptr || tokens_[i].kind != Token::Kind::word) return false;
    const int month = month_named(tokens_[i].text);
    if (month == 0) return false;
    const std::optional<std::size_t> before = neighbour(i, -1);
    const std::optional<std::size_t> after = neighbour(i, +1);
    if (!after) return false;
    if (const int year = short_year(i); year != 0) {
      return set(year, month, tokens_[i - 1].value, i - 1, i + 2);
    }
    if (before && is_day(tokens_[*before]) && is_year(tokens_[*after])) {
      return set(tokens_[*after].value, month, tokens_[*before].value, *before, *after + 1);
    }
    if (!is_day(tokens_[*after])) return false;
    const std::optional<std::size_t> year = neighbour(*after, +1);
    if (year && is_year(tokens_[*year])) {
      return set(tokens_[*year].value, month, tokens_[*after].value, i, *year + 1);
    }
    if (before && is_year(tokens_[*before])) {
      return set(tokens_[*before].value, month, tokens_[*after].value, *before, *after + 1);
    }
    return false;
  }

  /// The year of "1 Jul 25 10:00", with the month's name at `i`: RFC 822 has two digits, and RFC 5322,
  /// section 4.3, says which century they mean; 0 if it is no such date. The time has to follow: elsewhere
  /// the number may be anything.
  int short_year(std::size_t i) const {
    if (i == 0 || !is_day(tokens_[i - 1]) || !number(i + 1) || !number(i + 2) || !sign(i + 3, ":")) return 0;
    const Token& year = tokens_[i + 1];
    if (year.text.size() == 3) return 1900 + year.value;
    return year.text.size() != 2 ? 0 : year.value < 50 ? 2000 + year.value : 1900 + year.value;
  }

  /// The next number to one side, past commas, full stops, hyphens and the little words of dates.
  std::optional<std::size_t> neighbour(std::size_t from, int step) const {
    static constexpr auto little = std::to_array<std::string_view>(
        {"de", "del", "of", "st", "nd", "rd", "th", "er", "º", "the", "г", "."});
    for (auto i = static_cast<std::ptrdiff_t>(from) + step;
         i >= 0 && i < static_cast<std::ptrdiff_t>(tokens_.size()); i += step) {
      const Token& token = tokens_[static_cast<std::size_t>(i)];
      if (token.kind == Token::Kind::number) return static_cast<std::size_t>(i);
      const bool passed = token.kind == Token::Kind::sign
                              ? token.text == "," || token.text == "." || token.text == "-"
                              : std::find(little.begin(), little.end(), token.text) != little.end();
      if (!passed) return std::nullopt;
    }
    return std::nullopt;
  }

  /// The time stands behind the day, or before it ("2:30 pm, Aug 1, 2025").
  void read_time() {
    for (std::size_t i = day_end_; i < tokens_.size(); ++i) {
      if (clock(i)) return;
    }
    for (std::size_t i = 0; i < day_begin_; ++i) {
      if (clock(i)) return;
    }
  }

  bool clock(std::size_t i) {
    if (!number(i) || tokens_[i].text.size() > 2 || tokens_[i].value > 24) {
      return compact_clock(i);
    }
    int hour = tokens_[i].value;
    int minute = 0;
    int second = 0;
    std::size_t behind = i + 1;
    const bool separated = sign(i + 1, ":") || word(i + 1, "h") || word(i + 1, "時") || word(i + 1, "时") ||
                           (sign(i + 1, ".") && number(i + 2) && tokens_[i + 2].text.size() == 2);
    if (separated && number(i + 2) && tokens_[i + 2].value < 60) {
      minute = tokens_[i + 2].value;
      behind = i + 3;
      if (sign(behind, ":") && number(behind + 1) && tokens_[behind + 1].value <= 60) {
        second = std::min(tokens_[behind + 1].value, 59);
        behind += 2;
        if (sign(behind, ".") && number(behind + 1)) behind += 2;
      }
    } else if (!half_day(behind)) {
      return false;
    }
    if (half_day(behind)) {
      const bool afternoon = tokens_[behind].text.front() == 'p';
      if (hour > 12) return false;
      hour = hour % 12 + (afternoon ? 12 : 0);
      behind += half_day_length(behind);
    }
    if (hour == 24) hour = 0;
    set_time(hour, minute, second);
    zone(behind);
    return true;
  }

  /// 123000 behind a "t": ISO 8601's basic form.
  bool compact_clock(std::size_t i) {
    if (!number(i) || (tokens_[i].text.size() != 6 && tokens_[i].text.size() != 4) || i == 0 ||
        !word(i - 1, "t")) {
      return false;
    }
    const int value = tokens_[i].text.size() == 4 ? tokens_[i].value * 100 : tokens_[i].value;
    if (value >= 240000 || value / 100 % 100 > 59 || value % 100 > 59) return false;
    set_time(value / 10000, value / 100 % 100, value % 100);
    zone(i + 1);
    return true;
  }

  bool half_day(std::size_t i) const {
    if (word(i, "am") || word(i, "pm")) return true;
    return (word(i, "a") || word(i, "p")) && sign(i + 1, ".") && word(i + 2, "m");
  }
  std::size_t half_day_length(std::size_t i) const {
    return tokens_[i].text.size() == 2 ? 1 : sign(i + 3, ".") ? 4 : 3;
  }

  void set_time(int hour, int minute, int second) {
    value_.has_time = true;
    value_.hour = hour;
    value_.minute = minute;
    value_.second = second;
  }

  /// "Z", "+08:00", "+0800", "-5", "GMT+8", "HKT".
  void zone(std::size_t i) {
    if (sign(i, "(")) ++i;
    std::optional<int> named;
    if (at(i) != nullptr && tokens_[i].kind == Token::Kind::word) {
      named = offset_of_zone(tokens_[i].text);
      if (!named) return;
      ++i;
    }
    const bool plus = sign(i, "+");
    if ((!plus && !sign(i, "-")) || !number(i + 1) || (named && *named != 0)) {
      value_.offset_minutes = named;
      return;
    }
    const Token& digits = tokens_[i + 1];
    int minutes = 0;
    if (digits.text.size() == 4) {
      minutes = digits.value / 100 * 60 + digits.value % 100;
    } else if (digits.text.size() <= 2) {
      minutes = digits.value * 60;
      if (sign(i + 2, ":") && number(i + 3)) minutes += tokens_[i + 3].value;
    } else {
      return;
    }
    if (minutes <= 15 * 60) value_.offset_minutes = plus ? minutes : -minutes;
  }

  std::vector<Token> tokens_;
  DateTime value_;
  std::size_t day_begin_ = 0;
  std::size_t day_end_ = 0;
};

std::optional<DateTime> from_epoch(std::string_view text) {
  if (text.size() < 9 || text.size() > 13 || !std::all_of(text.begin(), text.end(), is_digit))
    return std::nullopt;
  const std::int64_t number = std::stoll(std::string(text));
  const bool ms = text.size() >= 12;
  const std::int64_t seconds = ms ? number / 1000 : number;
  if (seconds < first_epoch || seconds > last_epoch) return std::nullopt;
  return DateTime::from_unix_ms(ms ? number : number * 1000);
}

}  // namespace

std::optional<DateTime> parse_date(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > longest_text) return std::nullopt;
  std::optional<DateTime> date = from_epoch(text);
  // Folded, so that "Августа" is found as "августа" is.
  if (!date) date = DateReader(tokens_of(comparison_key(text))).read();
  if (date) date->raw = std::string(text);
  return date;
}

}  // namespace pith
