#include "parse/parse_html.hpp"

#include <string>

#include "parse/flatten.hpp"
#include "parse/gumbo_parse.hpp"
#include "parse/position_map.hpp"

namespace pith {

void parse_html(DocumentTable& table, const Limits& limits) {
  const PositionMap positions;
  GumboParse parse({limits.parse_memory, Arena::Clock::now() + limits.time});
  const GumboOutput* const output = parse.run(table.source);
  if (output == nullptr) {
    table.notices.push_back({Notice::Kind::limit, "the page takes more memory to parse than is allowed"});
    table.rows.emplace_back().kind = Node::Kind::document;
    table.rows.front().end = 1;
    return;
  }
  flatten(*output, table.source, positions, limits, table);
}

}  // namespace pith
