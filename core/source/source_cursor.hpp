#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/archive/archive_stream.hpp"

namespace pith {

/// What tells one file from another that was put in its place: a hash of its beginning (XXH3). What is only
/// added behind it changes nothing.
struct FileIdentity {
  std::uint64_t bytes = 0;  ///< how many are hashed
  std::uint64_t hash = 0;

  bool operator==(const FileIdentity&) const = default;

  /// Of the file as it is now. Throws Error if it cannot be read.
  static FileIdentity of(const std::string& path);
  /// Whether this is the identity of the file, which may have grown.
  bool fits(const std::string& path) const;
};

/// Where reading a file goes on, as text: the cursor of all sources that are one file.
struct SourceCursor {
  ArchivePlace place;
  std::uint64_t count = 0;  ///< lines or records before it
  std::uint64_t lost = 0;   ///< of these
  FileIdentity file;

  std::string text() const;
  /// False if the text is not that of a cursor.
  bool read(std::string_view text);
};

}  // namespace pith
