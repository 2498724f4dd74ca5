#include "core/extract/unreadable_input.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pith {
namespace {

using std::string_view_literals::operator""sv;

struct Signature {
  std::size_t at;
  std::string_view bytes;
  const char* name;
};

constexpr std::array signatures = {
    Signature{0, "%PDF-"sv, "a PDF document"},
    Signature{0, "\x89PNG\r\n\x1a\n"sv, "a PNG picture"},
    Signature{0, "\xff\xd8\xff"sv, "a JPEG picture"},
    Signature{0, "GIF87a"sv, "a GIF picture"},
    Signature{0, "GIF89a"sv, "a GIF picture"},
    Signature{8, "WEBPVP"sv, "a WebP picture"},
    Signature{4, "ftypavif"sv, "an AVIF picture"},
    Signature{4, "ftyp"sv, "an MP4 file"},
    Signature{0, "II*\0"sv, "a TIFF picture"},
    Signature{0, "MM\0*"sv, "a TIFF picture"},
    Signature{0, "PK\3\4"sv, "a ZIP archive or office document"},
    Signature{0, "PK\5\6"sv, "an empty ZIP archive"},
    Signature{0, "\x1f\x8b"sv, "a gzip file"},
    Signature{0, "BZh"sv, "a bzip2 file"},
    Signature{0,
              "\xfd"
              "7zXZ\0"sv,
              "an xz file"},
    Signature{0, "\x28\xb5\x2f\xfd"sv, "a Zstandard file"},
    Signature{0, "7z\xbc\xaf\x27\x1c"sv, "a 7z archive"},
    Signature{0, "Rar!\x1a\7"sv, "a RAR archive"},
    Signature{257, "ustar"sv, "a tar archive"},
    Signature{0,
              "\x7f"
              "ELF"sv,
              "a program or library"},
    Signature{0, "ID3"sv, "an MP3 file"},
    Signature{0, "OggS"sv, "an Ogg file"},
    Signature{0, "wOFF"sv, "a font"},
    Signature{0, "wOF2"sv, "a font"},
    Signature{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "an old office document"},
    Signature{0, "SQLite format 3\0"sv, "an SQLite database"},
};

constexpr std::size_t sample_size = 4096;

/// The binary data bytes of the MIME sniffing standard (section 3), without NUL.
bool never_in_text(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 0x01 && byte <= 0x08) || byte == 0x0B || (byte >= 0x0E && byte <= 0x1A) ||
         (byte >= 0x1C && byte <= 0x1F);
}

bool begins_with_utf16_mark(std::string_view bytes) {
  return bytes.substr(0, 2) == "\xff\xfe"sv || bytes.substr(0, 2) == "\xfe\xff"sv;
}

/// UTF-16 of mostly Latin letters has its NULs all at odd or all at even places.
bool looks_like_utf16(std::string_view sample) {
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '\0') ++nuls[i % 2];
  }
  const auto [few, many] = std::minmax(nuls[0], nuls[1]);
  return many * 4 > sample.size() && few * 20 < many;
}

bool is_binary(std::string_view sample) {
  if (begins_with_utf16_mark(sample) || looks_like_utf16(sample)) return false;
  const auto nuls = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\0'));
  const auto odd = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), never_in_text));
  // A stray control character or two happen in real pages; of evenly mixed bytes every ninth is one.
  return nuls + odd > 4 && (nuls + odd) * 20 > sample.size();
}

bool is_blank(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; });
}

}  // namespace

std::string why_unreadable(const Page& page) {
  const std::string_view bytes = page.bytes;
  if (bytes.empty()) return "the page is empty";
  for (const Signature& signature : signatures) {
    if (bytes.size() < signature.at) continue;
    const bool is_it = bytes.substr(signature.at, signature.bytes.size()) == signature.bytes;
    if (is_it) return std::string(signature.name) + ", not a page";
  }
  if (is_binary(bytes.substr(0, sample_size))) return "binary data, not a page";
  if (is_blank(bytes)) return "the page holds nothing but white space";
  return {};
}

}  // namespace pith
