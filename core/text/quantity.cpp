#include "core/text/quantity.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace pith {
namespace {

struct Quantity {
  double number;
  std::string unit;  ///< lower case
};

std::optional<Quantity> read_quantity(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  double number = 0;
  const auto [end, problem] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (problem != std::errc() || !std::isfinite(number) || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  std::string unit;
  for (const char c : text) unit += (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
  return Quantity{number, std::move(unit)};
}

template <std::size_t N>
std::optional<double> scaled(const Quantity& quantity,
                             const std::array<std::pair<std::string_view, double>, N>& units) {
  for (const auto& [name, factor] : units) {
    if (quantity.unit == name) return quantity.number * factor;
  }
  return std::nullopt;
}

constexpr double second = 1'000;
constexpr double minute = 60 * second;
constexpr double hour = 60 * minute;
constexpr double day = 24 * hour;

constexpr std::array<std::pair<std::string_view, double>, 13> time_units{{{"ms", 1},
                                                                          {"s", second},
                                                                          {"sec", second},
                                                                          {"second", second},
                                                                          {"seconds", second},
                                                                          {"m", minute},
                                                                          {"min", minute},
                                                                          {"minute", minute},
                                                                          {"minutes", minute},
                                                                          {"h", hour},
                                                                          {"hours", hour},
                                                                          {"d", day},
                                                                          {"days", day}}};

constexpr std::array<std::pair<std::string_view, double>, 8> size_units{{{"", 1},
                                                                         {"b", 1},
                                                                         {"kib", 1024.0},
                                                                         {"mib", 1024.0 * 1024},
                                                                         {"gib", 1024.0 * 1024 * 1024},
                                                                         {"kb", 1e3},
                                                                         {"mb", 1e6},
                                                                         {"gb", 1e9}}};

std::string two(std::int64_t big, const char* big_unit, std::int64_t small, const char* small_unit) {
  std::string text = std::to_string(big) + big_unit;
  if (small > 0) text += " " + std::to_string(small) + small_unit;
  return text;
}

}  // namespace

std::optional<std::chrono::milliseconds> parse_duration(std::string_view text) {
  const auto quantity = read_quantity(text);
  if (!quantity) return std::nullopt;
  const auto ms = scaled(*quantity, time_units);
  if (!ms || *ms > 3650 * day) return std::nullopt;
  return std::chrono::milliseconds(std::llround(*ms));
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
  const auto quantity = read_quantity(text);
  if (!quantity) return std::nullopt;
  const auto bytes = scaled(*quantity, size_units);
  if (!bytes || *bytes > 9007199254740992.0) return std::nullopt;
  return static_cast<std::uint64_t>(std::llround(*bytes));
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string bytes_in_words(std::uint64_t bytes) {
  constexpr std::array units = {" bytes", " KiB", " MiB", " GiB"};
  std::size_t unit = 0;
  for (; unit + 1 < units.size() && bytes != 0 && bytes % 1024 == 0; ++unit) bytes /= 1024;
  return std::to_string(bytes) + units.at(unit);
}

std::string duration_in_words(std::chrono::milliseconds time) {
  const std::int64_t ms = time.count();
  if (ms < 1'000) return std::to_string(ms) + " ms";
  if (ms < 60'000) {
    const std::int64_t tenths = (ms + 50) / 100;
    const std::string fraction = tenths % 10 > 0 ? "." + std::to_string(tenths % 10) : "";
    return std::to_string(tenths / 10) + fraction + " s";
  }
  const std::int64_t s = ms / 1'000;
  if (s < 3'600) return two(s / 60, " min", s % 60, " s");
  if (s < 86'400) return two(s / 3'600, " h", s % 3'600 / 60, " min");
  return two(s / 86'400, " d", s % 86'400 / 3'600, " h");
}

}  // namespace pith
