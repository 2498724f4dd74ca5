#include "core/render/markdown_table.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "core/render/markdown_inline.hpp"

namespace pith {
namespace {

/// Pages claim absurd spans; browsers stop at 1000 columns, and pipes nobody can read sooner.
constexpr int kMaxSpan = 64;
constexpr std::size_t kMaxColumns = 256;

using Line = std::vector<std::string>;

/// Cells in the columns they stand in, those covered by a span from above or the left empty.
class TableGrid {
 public:
  explicit TableGrid(const Block& table) {
    for (const TableRow& row : table.rows) add(row);
    for (Line& line : lines_) line.resize(std::max<std::size_t>(columns_, 1));
  }
  const std::vector<Line>& lines() const { return lines_; }
  std::size_t columns() const { return columns_; }

 private:
  bool is_covered(std::size_t column) const { return column < covered_.size() && covered_[column] > 0; }

  void add(const TableRow& row) {
    Line line;
    std::vector<int> below(covered_);
    for (int& rows : below) rows = std::max(rows - 1, 0);
    for (const TableCell& cell : row.cells) {
      while (is_covered(line.size())) line.emplace_back();
      const int width = std::clamp(cell.columns, 1, kMaxSpan);
      for (int column = 0; column < width && line.size() < kMaxColumns; ++column) {
        if (below.size() <= line.size()) below.resize(line.size() + 1);
        below[line.size()] = std::max(below[line.size()], std::max(cell.rows, 1) - 1);
        line.push_back(column == 0 ? markdown_inline(cell.spans, MarkdownContext::cell) : std::string());
      }
    }
    columns_ = std::max(columns_, line.size());
    covered_ = std::move(below);
    lines_.push_back(std::move(line));
  }

  std::vector<Line> lines_;
  std::vector<int> covered_;  ///< how many more rows a cell from above reaches down, for each column
  std::size_t columns_ = 0;
};

std::string row_of(const Line& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += ' ' + cell + (cell.empty() ? "|" : " |");
  return row + '\n';
}

bool has_head(const Block& table) {
  const std::vector<TableCell>& cells = table.rows.front().cells;
  return !cells.empty() &&
         std::all_of(cells.begin(), cells.end(), [](const TableCell& cell) { return cell.header; });
}

}  // namespace

std::string markdown_table(const Block& table) {
  const TableGrid grid(table);
  if (grid.columns() == 0) return {};
  const bool head = has_head(table);
  std::string text = row_of(head ? grid.lines().front() : Line(grid.columns()));
  text += row_of(Line(grid.columns(), "---"));
  for (std::size_t row = head ? 1 : 0; row < grid.lines().size(); ++row) text += row_of(grid.lines()[row]);
  return text;
}

}  // namespace pith
