#pragma once

#include "core/source/page_source.hpp"
#include "core/source/source_lines.hpp"

namespace pith {

/// JSON Lines as `pith extract --batch` reads them (core/batch/batch_request.hpp). A line that cannot be used
/// gives an item with `error`; one that names a file that cannot be read, with `file`, too.
class JsonLinesSource : public PageSource {
 public:
  /// Throws Error if the file cannot be opened, and as open_source_input() says.
  JsonLinesSource(const std::string& location, const std::string& cursor, const Limits& limits,
                  int stop_descriptor);

  std::optional<SourceItem> next() override;
  std::string problem() const override { return lines_.problem(); }
  std::string notice() const override { return lines_.notice(); }
  std::uint64_t lost() const override { return lines_.lost(); }
  std::uint64_t bytes_read() const override { return lines_.bytes_read(); }
  std::uint64_t bytes_total() const override { return lines_.bytes_total(); }

 private:
  SourceLines lines_;
  Limits limits_;
};

}  // namespace pith
