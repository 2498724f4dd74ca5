#include "core/source/page_source.hpp"

#include <filesystem>
#include <system_error>

#include "core/source/folder_source.hpp"
#include "core/source/json_lines_source.hpp"
#include "core/source/stoppable_source.hpp"
#include "core/source/url_list_source.hpp"
#include "core/source/warc_source.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

std::unique_ptr<PageSource> open_source(const std::string& kind, const std::string& location,
                                        const std::string& cursor, const Limits& limits,
                                        int stop_descriptor) {
  if (kind == "urls") return std::make_unique<UrlListSource>(location, cursor, stop_descriptor);
  if (kind == "folder") return std::make_unique<FolderSource>(location, cursor, limits);
  if (kind == "jsonl") return std::make_unique<JsonLinesSource>(location, cursor, limits, stop_descriptor);
  if (kind == "warc") return std::make_unique<WarcSource>(location, cursor, limits, stop_descriptor);
  throw Error("no source of the kind '" + kind + "'", location, "urls, folder, warc and jsonl can be read");
}

}  // namespace

bool may_keep_waiting(const std::string& location) {
  using std::filesystem::file_type;
  std::error_code unknown;
  const file_type type = std::filesystem::status(location, unknown).type();
  return location == "-" || type == file_type::fifo || type == file_type::character;
}

std::unique_ptr<PageSource> open_page_source(const std::string& kind, const std::string& location,
                                             const std::string& cursor, const Limits& limits,
                                             int stop_descriptor) {
  if (stop_descriptor >= 0) {
    return std::make_unique<StoppableSource>(
        [&] { return open_source(kind, location, cursor, limits, stop_descriptor); });
  }
  return open_source(kind, location, cursor, limits, stop_descriptor);
}

}  // namespace pith
