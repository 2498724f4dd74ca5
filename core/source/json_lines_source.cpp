#include "core/source/json_lines_source.hpp"

#include <utility>

#include "core/batch/batch_request.hpp"
#include "core/source/path_text.hpp"

namespace pith {

JsonLinesSource::JsonLinesSource(const std::string& location, const std::string& cursor, const Limits& limits,
                                 int stop_descriptor)
    : lines_(location, cursor, LineReader::default_longest, stop_descriptor), limits_(limits) {}

std::optional<SourceItem> JsonLinesSource::next() {
  while (auto line = lines_.next()) {
    if (is_blank(line->text) && !line->too_long) continue;
    BatchRequest request = read_batch_request(*line, limits_);
    const bool is_unread = !request.unread.empty();
    if (!request.error.empty() && !is_unread) lines_.lose();
    SourceItem item;
    item.place = lines_.place();
    item.id = std::move(request.id);
    item.order = lines_.order(request.page.fetched_at);
    item.file = path_text(request.path);
    // The place has the number of the line, too.
    if (is_unread) {
      item.error = request.unread + ": '" + item.file + "'";
    } else if (!request.error.empty()) {
      item.error = request.error.substr(request.where.size() + 2);
    }
    item.page = std::move(request.page);
    item.cursor = lines_.cursor();
    return item;
  }
  return std::nullopt;
}

}  // namespace pith
