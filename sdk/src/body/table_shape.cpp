#include "body/table_shape.hpp"

#include <algorithm>

#include "body/element_kinds.hpp"

namespace pith {
namespace {

constexpr std::size_t long_cell = 400;

struct Shape {
  int rows = 0;
  int cells = 0;
  int widest = 0;
  std::size_t longest_text = 0;
  bool says_data = false;
  bool says_layout = false;
};

void measure(Node at, int& in_row, Shape& shape) {
  if (at.is_text()) {
    shape.longest_text = std::max(shape.longest_text, at.data().size());
    return;
  }
  switch (at.tag()) {
    case Tag::tr:
      ++shape.rows;
      in_row = 0;
      break;
    case Tag::th:
      shape.says_data = true;
      [[fallthrough]];
    case Tag::td:
      ++shape.cells;
      shape.widest = std::max(shape.widest, ++in_row);
      break;
    case Tag::caption:
    case Tag::thead:
      shape.says_data = true;
      break;
    case Tag::table:
    case Tag::form:
    case Tag::article:
      shape.says_layout = true;
      break;
    default:
      if (heading_level(at.tag()) > 0) shape.says_layout = true;
  }
}

}  // namespace

bool is_data_table(Node table) {
  const std::string_view role = table.attribute("role");
  if (role == "presentation" || role == "none") return false;
  Shape shape;
  int in_row = 0;
  for (Node at = table.following(); at && at.row() < table.end_row() && !shape.says_layout;
       at = at.following()) {
    measure(at, in_row, shape);
  }
  if (shape.says_layout || shape.cells < 2) return false;
  if (shape.says_data) return true;
  return shape.rows >= 2 && shape.widest >= 2 && shape.longest_text <= long_cell;
}

}  // namespace pith
