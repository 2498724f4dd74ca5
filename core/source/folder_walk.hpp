#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pith {

/// The saved pages below a folder (.html, .htm, .xhtml, .xml, also .gz), in the order of their names, folder
/// by folder. Holds the names of the folders that it is in, no more. Symbolic links are not followed; the
/// folder `x_files` that a browser writes beside `x.html` holds parts of that page and is passed over.
class FolderWalk {
 public:
  /// Goes on behind the file of the relative path `after` (empty: from the start), which need not exist any
  /// more. Throws Error if the folder cannot be read.
  FolderWalk(std::filesystem::path root, const std::string& after);

  /// To be called at the end of a walk that went on behind a file: goes from the start up to this file
  /// `last`, which need not exist any more. Throws Error if the folder cannot be read.
  void begin_again(const std::string& last);

  /// Path below the root; nothing at the end.
  std::optional<std::string> next();
  /// Why the last next() could not go into a folder, which is the path that it gave; empty if it gave a file.
  const std::string& error() const noexcept { return error_; }

  // What was left out: of the folders that a walk went through from their first file on, so that each counts
  // once where it begins again.

  std::uint64_t links() const noexcept { return links_; }
  /// Devices, sockets, FIFOs.
  std::uint64_t special_files() const noexcept { return special_files_; }
  /// Files of other kinds.
  std::uint64_t others() const noexcept { return others_; }

 private:
  struct Entry {
    std::string name;
    bool is_folder = false;
  };
  /// A folder that is being read, with what is left of it: the last entry comes next.
  struct Level {
    std::string path;  ///< below the root, with a '/' behind it unless empty
    std::vector<Entry> entries;
  };

  void enter_root();
  void enter(const std::string& path);
  void leave_out_parts_of_pages(std::vector<Entry>& entries);
  void pass_over(const std::string& after);

  std::filesystem::path root_;
  std::string last_;  ///< where the walk ends; empty: at the end of the folder
  std::vector<Level> levels_;
  std::string error_;
  std::uint64_t links_ = 0;
  std::uint64_t special_files_ = 0;
  std::uint64_t others_ = 0;
};

}  // namespace pith
