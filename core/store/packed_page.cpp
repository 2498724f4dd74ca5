#include "core/store/packed_page.hpp"

#include <zstd.h>

#include "pith/error.hpp"

namespace pith {
namespace {

constexpr int level = 3;
/// More than any page may have (Limits::bytes); a larger size can only be damage.
constexpr std::size_t most_bytes = std::size_t{1} << 30;

}  // namespace

PagePacker::PagePacker() : context_(ZSTD_createCCtx()) {
  if (context_ == nullptr) throw Error("zstd cannot start");
}

PagePacker::~PagePacker() {
  ZSTD_freeCCtx(static_cast<ZSTD_CCtx*>(context_));
}

std::string PagePacker::pack(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compressCCtx(static_cast<ZSTD_CCtx*>(context_), packed.data(), packed.size(),
                                             bytes.data(), bytes.size(), level);
  if (ZSTD_isError(size) != 0) throw Error(std::string("zstd fails: ") + ZSTD_getErrorName(size));
  packed.resize(size);
  return packed;
}

std::string unpack(std::string_view packed, std::size_t size, const std::string& where) {
  std::string bytes(size <= most_bytes ? size : 0, '\0');
  const std::size_t got = ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size());
  if (ZSTD_isError(got) == 0 && got == size) return bytes;
  throw Error("a kept page that is damaged", where, "fetch it again with `pith job retry`");
}

}  // namespace pith
