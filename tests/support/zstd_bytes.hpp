#pragma once

#include <zstd.h>

#include <string>

namespace pith {

/// A text as one Zstandard frame with a checksum, made with a dictionary unless that is empty.
inline std::string zstd_bytes(const std::string& text, const std::string& dictionary = {}) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  if (!dictionary.empty()) ZSTD_CCtx_loadDictionary(context, dictionary.data(), dictionary.size());
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress2(context, out.data(), out.size(), text.data(), text.size()));
  ZSTD_freeCCtx(context);
  return out;
}

/// A frame that readers pass over (RFC 8878, section 3.1.2).
inline std::string zstd_skippable(const std::string& contents, unsigned char number = 0) {
  const auto size = contents.size();
  std::string frame{static_cast<char>(0x50 + number), '\x2a', '\x4d', '\x18'};
  for (unsigned i = 0; i < 4; ++i) frame += static_cast<char>(size >> (8 * i) & 0xff);
  return frame + contents;
}

}  // namespace pith
