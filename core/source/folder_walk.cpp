#include "core/source/folder_walk.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "pith/error.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

namespace fs = std::filesystem;

/// Deeper folders are no saved pages but a mistake or a trap.
constexpr std::size_t deepest = 128;

/// What browsers add to a page's name for the folder of its pictures, scripts and frames.
constexpr std::string_view parts_suffix = "_files";

bool is_saved_page(std::string_view file) {
  std::string name = lower_ascii(file);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  for (const std::string_view suffix : {".html", ".htm", ".xhtml", ".xml"}) {
    if (name.size() > suffix.size() && name.ends_with(suffix)) return true;
  }
  return false;
}

/// A folder counts as its name with a '/', so that "a/x.html" comes behind "a.html" in every way of
/// comparing.
std::string sort_key(const std::string& name, bool is_folder) {
  return is_folder ? name + '/' : name;
}

bool has_file(const std::vector<std::string>& sorted, const std::string& name) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

}  // namespace

FolderWalk::FolderWalk(fs::path root, const std::string& after) : root_(std::move(root)) {
  std::error_code error;
  const fs::file_status what = fs::status(root_, error);
  if (what.type() == fs::file_type::not_found) throw Error("no such folder", root_.string());
  if (!error && what.type() != fs::file_type::directory)
    throw Error("is no folder", root_.string(), "name a file as a source of its own kind: urls, warc, jsonl");
  enter_root();
  if (after.empty()) return;
  pass_over(after);
  // Those were of folders that are going to be counted when the walk begins again.
  links_ = special_files_ = others_ = 0;
}

void FolderWalk::begin_again(const std::string& last) {
  levels_.clear();
  last_ = last;
  enter_root();
}

void FolderWalk::enter_root() {
  enter("");
  if (!error_.empty()) throw Error("cannot be read", root_.string(), error_);
}

void FolderWalk::enter(const std::string& path) {
  error_.clear();
  if (levels_.size() == deepest) {
    error_ = "more than " + std::to_string(deepest) + " folders deep";
    return;
  }
  std::error_code error;
  Level level{path, {}};
  for (fs::directory_iterator file(root_ / path, error), end; !error && file != end; file.increment(error)) {
    std::error_code unknown;
    const fs::file_type type = file->symlink_status(unknown).type();
    std::string name = file->path().filename().string();
    if (type == fs::file_type::directory) {
      level.entries.push_back({std::move(name), true});
    } else if (type == fs::file_type::symlink) {
      ++links_;
    } else if (type != fs::file_type::regular) {
      ++special_files_;
    } else if (is_saved_page(name)) {
      level.entries.push_back({std::move(name), false});
    } else {
      ++others_;
    }
  }
  if (error) {
    error_ = error.message();
    return;
  }
  std::sort(level.entries.begin(), level.entries.end(), [](const Entry& a, const Entry& b) {
    return sort_key(a.name, a.is_folder) > sort_key(b.name, b.is_folder);
  });
  leave_out_parts_of_pages(level.entries);
  levels_.push_back(std::move(level));
}

void FolderWalk::leave_out_parts_of_pages(std::vector<Entry>& entries) {
  std::vector<std::string> files;
  for (const Entry& entry : entries) {
    if (!entry.is_folder) files.push_back(entry.name);
  }
  std::sort(files.begin(), files.end());
  std::erase_if(entries, [&](const Entry& entry) {
    if (!entry.is_folder || !entry.name.ends_with(parts_suffix)) return false;
    const std::string page = entry.name.substr(0, entry.name.size() - parts_suffix.size());
    const bool parts = has_file(files, page + ".html") || has_file(files, page + ".htm");
    others_ += parts ? 1 : 0;
    return parts;
  });
}

std::optional<std::string> FolderWalk::next() {
  error_.clear();
  while (!levels_.empty()) {
    Level& level = levels_.back();
    if (level.entries.empty()) {
      levels_.pop_back();
      continue;
    }
    const Entry entry = std::move(level.entries.back());
    level.entries.pop_back();
    std::string path = level.path + entry.name;
    // Paths are compared as sort_key() does, for a '/' stands behind each folder.
    if (!last_.empty() && sort_key(path, entry.is_folder) > last_) break;
    if (!entry.is_folder) return path;
    enter(path + '/');
    if (!error_.empty()) return path;
  }
  return std::nullopt;
}

/// Goes down to where `after` was, leaving out what comes before it in each folder.
void FolderWalk::pass_over(const std::string& after) {
  std::size_t begin = 0;
  for (;;) {
    const std::size_t slash = after.find('/', begin);
    const bool is_folder = slash != std::string::npos;
    const std::string name = after.substr(begin, slash - begin);
    const std::string key = sort_key(name, is_folder);
    std::vector<Entry>& entries = levels_.back().entries;
    while (!entries.empty() && sort_key(entries.back().name, entries.back().is_folder) < key)
      entries.pop_back();
    const bool there = !entries.empty() && sort_key(entries.back().name, entries.back().is_folder) == key;
    if (!there) return;
    entries.pop_back();
    if (!is_folder) return;
    enter(after.substr(0, slash + 1));
    if (!error_.empty()) return;
    begin = slash + 1;
  }
}

}  // namespace pith
