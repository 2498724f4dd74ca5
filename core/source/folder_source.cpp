#include "core/source/folder_source.hpp"

#include <charconv>
#include <exception>
#include <utility>

#include "core/input/read_file.hpp"
#include "core/render/utf8.hpp"
#include "core/source/path_text.hpp"
#include "core/source/saved_from.hpp"
#include "core/source/source_order.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

/// The cursor is "<lost>:<path>".
std::string path_of(const std::string& cursor) {
  const auto colon = cursor.find(':');
  return colon == std::string::npos ? std::string() : path_from_text(cursor.substr(colon + 1));
}

std::uint64_t lost_of(const std::string& cursor) {
  std::uint64_t lost = 0;
  std::from_chars(cursor.data(), cursor.data() + cursor.size(), lost);
  return lost;
}

std::string with_slash(const std::string& location) {
  return location.ends_with('/') ? location : location + '/';
}

void tell(std::string& text, std::uint64_t count, const std::string& one, const std::string& many) {
  if (count == 0) return;
  if (!text.empty()) text += ", ";
  text += std::to_string(count) + ' ' + (count == 1 ? one : many);
}

}  // namespace

FolderSource::FolderSource(const std::string& location, const std::string& cursor, const Limits& limits)
    : location_(with_slash(location)),
      limits_(limits),
      cursor_(cursor),
      first_(path_of(cursor)),
      walk_(location, first_),
      lost_before_(lost_of(cursor)),
      lost_(lost_before_),
      any_(!cursor.empty()) {}

std::optional<SourceItem> FolderSource::next() {
  auto path = walk_.next();
  if (!path && begin_again()) path = walk_.next();
  if (!path) return std::nullopt;
  any_ = true;
  SourceItem item = item_of(*path);
  // Broken off now, the next run reads from the beginning up to the end again.
  if (!begun_again_) cursor_ = std::to_string(lost_) + ':' + path_text(*path);
  item.cursor = cursor_;
  return item;
}

bool FolderSource::begin_again() {
  if (first_.empty() || begun_again_) return false;
  begun_again_ = true;
  walk_.begin_again(first_);
  lost_ -= lost_before_;  // they are counted now
  return true;
}

SourceItem FolderSource::item_of(const std::string& path) {
  SourceItem item;
  item.place = path_text(location_ + path);
  item.order = source_order({}, item.place, {});
  item.error = walk_.error();
  try {
    if (item.error.empty()) {
      item.page.bytes = read_regular_file(location_ + path, limits_.bytes + 1);
      item.page.url = saved_from_url(item.page.bytes);
      bytes_ += item.page.bytes.size();
      if (item.page.bytes.empty()) item.error = "is empty";
    }
  } catch (const Error& error) {
    item.error = error.problem() + (error.remedy().empty() ? "" : ": " + error.remedy());
  }
  if (!item.error.empty()) ++lost_;
  return item;
}

std::string FolderSource::problem() const {
  return any_ ? std::string() : "holds no saved pages (.html, .htm, .xhtml, .xml, also .gz)";
}

std::string FolderSource::notice() const {
  std::string passed;
  tell(passed, walk_.others(), "file or folder that is no page", "files and folders that are no pages");
  tell(passed, walk_.links(), "symbolic link", "symbolic links");
  tell(passed, walk_.special_files(), "special file", "special files");
  return passed.empty() ? passed : passed + " passed over";
}

}  // namespace pith
