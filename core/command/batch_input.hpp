#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/archive/archive_bytes.hpp"
#include "core/archive/warc_pages.hpp"
#include "core/batch/batch_item.hpp"
#include "core/command/stop_signal.hpp"
#include "pith/limits.hpp"

namespace pith {

/// The lines and archived pages of all inputs of a batch, one input after another. Each is JSON Lines or a
/// WARC file, plain, gzip or zstd, told by its contents; blank lines are passed over. For one thread.
class BatchInput {
 public:
  /// Without `inputs`, standard input ("-"). Throws Error if a file cannot be opened: a missing one is told
  /// before hours of work, not after.
  BatchInput(std::vector<std::string> inputs, const Limits& limits, const StopSignal& stop);

  /// Nothing at the end, or when it is time to stop. Throws Error if an input cannot be read on.
  std::optional<BatchItem> next();

  /// Of archives, once all has been read: records that no line was written for, for they could not be read.
  std::uint64_t lost() const noexcept { return lost_; }
  /// Of archives, what a person should know, a line each: "crawl.warc.gz: 1 record lost in damaged places
  /// ...".
  const std::vector<std::string>& notes() const noexcept { return notes_; }

 private:
  bool open_next();
  std::optional<BatchItem> next_line();
  std::optional<BatchItem> next_page();
  void close_archive();

  std::vector<std::string> inputs_;
  Limits limits_;
  const StopSignal& stop_;
  std::size_t opened_ = 0;
  std::string name_;               ///< of the input that is open
  ArchiveBytes* bytes_ = nullptr;  ///< owned by lines_
  std::optional<LineReader> lines_;
  std::optional<WarcPages> archive_;
  std::uint64_t lost_ = 0;
  std::vector<std::string> notes_;
};

}  // namespace pith
