#include "core/encoding/content_coding.hpp"

#include <algorithm>

#include "core/encoding/brotli_decoder.hpp"
#include "core/encoding/zlib_decoder.hpp"
#include "core/encoding/zstd_decoder.hpp"
#include "pith/text.hpp"

namespace pith {

std::vector<std::string> codings_of(const std::vector<std::pair<std::string, std::string>>& fields,
                                    std::string_view lower_name) {
  std::vector<std::string> found;
  for (const auto& [name, value] : fields) {
    if (lower_ascii(name) != lower_name) continue;
    for (const auto& word : split_trimmed(value, ',')) {
      std::string coding = lower_ascii(word);
      if (!coding.empty() && coding != "identity" && coding != "none") found.push_back(std::move(coding));
    }
  }
  return found;
}

std::optional<std::vector<std::string>> content_codings_of(
    const std::vector<std::pair<std::string, std::string>>& fields) {
  std::vector<std::string> codings = codings_of(fields, "content-encoding");
  if (codings.size() > most_content_codings) return std::nullopt;
  const auto is_unknown = [](const std::string& coding) { return decoder_of(coding) == nullptr; };
  if (std::any_of(codings.begin(), codings.end(), is_unknown)) codings.clear();
  return codings;
}

std::unique_ptr<Decoder> decoder_of(std::string_view coding) {
  if (coding == "gzip" || coding == "x-gzip") return std::make_unique<GzipDecoder>();
  if (coding == "deflate") return std::make_unique<DeflateDecoder>();
  if (coding == "br") return std::make_unique<BrotliDecoder>();
  if (coding == "zstd") return std::make_unique<ZstdDecoder>();
  return nullptr;
}

}  // namespace pith
