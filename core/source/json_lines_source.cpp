#include "core/source/json_lines_source.hpp"

#include <utility>

#include "core/batch/batch_request.hpp"
#include "core/source/source_order.hpp"

namespace pith {

JsonLinesSource::JsonLinesSource(const std::string& location, const std::string& cursor, const Limits& limits,
                                 int stop_descriptor)
    : lines_(location, cursor, LineReader::default_longest, stop_descriptor), limits_(limits) {}

std::optional<SourceItem> JsonLinesSource::next() {
  while (auto line = lines_.next()) {
    if (is_blank(line->text) && !line->too_long) continue;
    BatchRequest request = read_batch_request(*line, limits_);
    if (!request.error.empty()) lines_.lose();
    SourceItem item;
    item.place = lines_.place();
    item.order = lines_.order(request.page.fetched_at);
    item.error = std::move(request.error);
    item.page = std::move(request.page);
    item.cursor = lines_.cursor();
    return item;
  }
  return std::nullopt;
}

}  // namespace pith
