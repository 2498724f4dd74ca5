#pragma once

#include "core/source/page_source.hpp"
#include "core/source/source_lines.hpp"

namespace pith {

/// A text file with one URL a line. Blank lines and comments (from a '#' at the beginning of the line, or
/// behind white space) are passed over. A line that is no http or https URL gives an item with `error`.
class UrlListSource : public PageSource {
 public:
  /// Throws Error if the file cannot be opened, and as open_source_input() says.
  UrlListSource(const std::string& location, const std::string& cursor, int stop_descriptor);

  std::optional<SourceItem> next() override;
  std::string problem() const override { return lines_.problem(); }
  std::string notice() const override { return lines_.notice(); }
  std::uint64_t lost() const override { return lines_.lost(); }
  std::uint64_t bytes_read() const override { return lines_.bytes_read(); }
  std::uint64_t bytes_total() const override { return lines_.bytes_total(); }

 private:
  SourceLines lines_;
};

}  // namespace pith
