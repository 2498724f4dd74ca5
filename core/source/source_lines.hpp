#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/archive/archive_bytes.hpp"
#include "core/batch/line_reader.hpp"
#include "core/source/source_cursor.hpp"

namespace pith {

/// The lines of a file (plain, gzip or zstd) or of standard input, with a cursor after each. A line that the
/// file breaks off in is left out and counts as lost. Standard input is always read from the start.
class SourceLines {
 public:
  /// Throws Error if the file cannot be opened, and as open_source_input() says.
  SourceLines(std::string location, const std::string& cursor, std::size_t longest, int stop_descriptor);

  std::optional<InputLine> next();
  /// Counts the last line as lost.
  void lose() noexcept { ++at_.lost; }

  /// "urls.txt", "standard input".
  const std::string& name() const noexcept { return name_; }
  /// Of the last line: "urls.txt:12".
  std::string place() const { return name_ + ":" + std::to_string(at_.count); }
  /// Of the last line: greater with every line of the file.
  std::string order(std::string_view fetched_at = {}) const;
  std::string cursor() const;
  const std::string& problem() const noexcept { return problem_; }
  const std::string& notice() const noexcept { return notice_; }
  std::uint64_t lost() const noexcept { return at_.lost; }
  std::uint64_t bytes_read() const { return bytes_->stream().bytes_read(); }
  std::uint64_t bytes_total() const { return bytes_->stream().bytes_total(); }

 private:
  void open();
  bool go_on_after(const std::string& cursor);

  std::string name_;  ///< "standard input" of "-"
  bool is_file_;
  std::size_t longest_;
  int stop_;
  SourceCursor at_;
  std::uint64_t lines_before_ = 0;  ///< those before the place where reading began
  std::uint64_t bytes_before_ = 0;
  ArchiveBytes* bytes_ = nullptr;  ///< owned by reader_
  std::optional<LineReader> reader_;
  std::string problem_;
  std::string notice_;
};

}  // namespace pith
