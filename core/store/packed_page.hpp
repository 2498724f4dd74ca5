#pragma once

#include <string>
#include <string_view>

namespace pith {

/// Bytes as one zstd frame that says its size. Level 3, zstd's own default. Keeps its tables from one call to
/// the next; for one thread.
class PagePacker {
 public:
  PagePacker();
  ~PagePacker();
  PagePacker(const PagePacker&) = delete;
  PagePacker& operator=(const PagePacker&) = delete;

  std::string pack(std::string_view bytes);

 private:
  void* context_;
};

/// The bytes again. Throws Error, with `where` as the place, if they are damaged or more than `size`.
std::string unpack(std::string_view packed, std::size_t size, const std::string& where);

}  // namespace pith
