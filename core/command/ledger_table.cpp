#include "core/command/ledger_table.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/render/utf8.hpp"

namespace pith {
namespace {

constexpr std::size_t widest_rule = 44;
constexpr std::size_t widest_excerpt = 60;

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// One line of at most `widest` characters.
std::string fitted(std::string_view text, std::size_t widest) {
  std::string line = displayable(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (width_of(line) <= widest) return line;
  std::size_t end = 0;
  for (std::size_t left = widest - 3; end < line.size(); ++end) {
    if ((line[end] & 0xC0) != 0x80 && left-- == 0) break;
  }
  return line.substr(0, end) + "...";
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, width_of(text)), ' ');
}

std::string place_of(const SourceRange& range) {
  if (range.end == 0) return "-";
  return std::to_string(range.begin) + "-" + std::to_string(range.end);
}

std::string counted(std::size_t count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

class Table {
 public:
  explicit Table(bool colour) : colour_(colour) {}

  void add(std::vector<std::string> row) {
    widths_.resize(std::max(widths_.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths_[i] = std::max(widths_[i], width_of(row[i]));
    rows_.push_back(std::move(row));
  }

  std::string text() const {
    std::string out;
    for (std::size_t i = 0; i < rows_.size(); ++i) out += line(rows_[i], i == 0);
    return out;
  }

 private:
  std::string line(const std::vector<std::string>& row, bool head) const {
    std::string out = "  ";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool last = i + 1 == row.size();
      const std::string cell = last ? row[i] : padded(row[i], widths_[i]);
      const char* style = head ? "\x1b[1m" : i == 0 ? "\x1b[33m" : last ? "\x1b[2m" : "";
      out += colour_ && *style != '\0' ? style + cell + "\x1b[0m" : cell;
      if (!last) out += "  ";
    }
    return out + "\n";
  }

  bool colour_;
  std::vector<std::size_t> widths_;
  std::vector<std::vector<std::string>> rows_;
};

std::string head_of(const std::string& input, const PageExtraction& page) {
  const Extraction& extraction = page.extraction;
  std::string line = input + ": " + std::string(name_of(extraction.status));
  if (!extraction.plugin.empty()) line += ", plugin " + extraction.plugin;
  if (!extraction.recipe.empty()) line += ", recipe '" + extraction.recipe + "'";
  if (!page.choice.empty()) line += " (" + page.choice + ")";
  return displayable(line) + "\n";
}

std::string origins_of(const Extraction& extraction) {
  std::string out;
  if (extraction.articles.size() != 1) return out;
  for (const auto& [member, origin] : extraction.articles.front().origins) {
    out += "  " + displayable(member) + " from " + displayable(origin) + "\n";
  }
  return out;
}

}  // namespace

std::string ledger_table(const std::string& input, const PageExtraction& page, bool colour) {
  const Extraction& extraction = page.extraction;
  std::string out = head_of(input, page) + origins_of(extraction);
  for (const auto& notice : extraction.notices) out += "  notice: " + displayable(notice.text) + "\n";
  out += counted(extraction.removals.size(), "removal") + (extraction.removals.empty() ? "\n" : ":\n");
  if (extraction.removals.empty()) return out;
  Table table(colour);
  table.add({"kind", "rule", "bytes", "first words"});
  for (const auto& removal : extraction.removals) {
    table.add({std::string(name_of(removal.kind)), fitted(removal.rule, widest_rule),
               place_of(removal.source), fitted(removal.excerpt, widest_excerpt)});
  }
  return out + table.text();
}

}  // namespace pith
