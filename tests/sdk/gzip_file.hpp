#pragma once

#include <zlib.h>

#include <array>
#include <filesystem>
#include <string>

namespace pith {

/// The contents of a gzip file; empty if it cannot be read.
inline std::string read_gzip(const std::filesystem::path& path) {
  std::string bytes;
  gzFile const file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return bytes;
  std::array<char, 1 << 16> buffer;
  for (int read = 0; (read = gzread(file, buffer.data(), buffer.size())) > 0;) {
    bytes.append(buffer.data(), static_cast<std::size_t>(read));
  }
  gzclose(file);
  return bytes;
}

}  // namespace pith
