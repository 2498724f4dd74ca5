#pragma once

#include "core/source/folder_walk.hpp"
#include "core/source/page_source.hpp"

namespace pith {

/// Pages that were saved as files, in a folder and those below it. A page's URL is that of the comment the
/// browser wrote into it; without one it is left to the page's own word. A file that cannot be read gives an
/// item with `error`.
///
/// Files can have come or changed before the cursor since: from there it goes on to the end, and then from
/// the beginning up to there.
class FolderSource : public PageSource {
 public:
  /// Throws Error if the folder cannot be read.
  FolderSource(const std::string& location, const std::string& cursor, const Limits& limits);

  std::optional<SourceItem> next() override;
  std::string problem() const override;
  std::string notice() const override;
  std::uint64_t lost() const override { return lost_; }
  std::uint64_t bytes_read() const override { return bytes_; }
  std::uint64_t bytes_total() const override { return 0; }

 private:
  /// Goes from the beginning up to where reading went on; false if it has, or began there.
  bool begin_again();
  SourceItem item_of(const std::string& path);

  std::string location_;  ///< with a '/' behind it
  Limits limits_;
  std::string cursor_;  ///< of the last item, but that of the end while it is read from the beginning again
  std::string first_;   ///< the path of the cursor that reading went on at; empty: none
  bool begun_again_ = false;
  FolderWalk walk_;
  std::uint64_t lost_before_;  ///< up to the cursor that reading went on at
  std::uint64_t lost_;
  std::uint64_t bytes_ = 0;
  bool any_;
};

}  // namespace pith
