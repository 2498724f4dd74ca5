#include "charset/single_byte.hpp"

#include <unicode/ucnv.h>

#include <memory>

namespace pith {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};

struct Difference {
  std::string_view encoding;
  unsigned char byte;
  char16_t character;
};

/// Where the indexes of the Encoding standard differ from ICU's converters. ICU knows no ISO-8859-16; it is
/// told here by how it differs from ISO-8859-1.
constexpr std::array<Difference, 52> differences = {{
    {"ISO-8859-16", 0xA1, 0x0104},  {"ISO-8859-16", 0xA2, 0x0105},  {"ISO-8859-16", 0xA3, 0x0141},
    {"ISO-8859-16", 0xA4, 0x20AC},  {"ISO-8859-16", 0xA5, 0x201E},  {"ISO-8859-16", 0xA6, 0x0160},
    {"ISO-8859-16", 0xA8, 0x0161},  {"ISO-8859-16", 0xAA, 0x0218},  {"ISO-8859-16", 0xAC, 0x0179},
    {"ISO-8859-16", 0xAE, 0x017A},  {"ISO-8859-16", 0xAF, 0x017B},  {"ISO-8859-16", 0xB2, 0x010C},
    {"ISO-8859-16", 0xB3, 0x0142},  {"ISO-8859-16", 0xB4, 0x017D},  {"ISO-8859-16", 0xB5, 0x201D},
    {"ISO-8859-16", 0xB8, 0x017E},  {"ISO-8859-16", 0xB9, 0x010D},  {"ISO-8859-16", 0xBA, 0x0219},
    {"ISO-8859-16", 0xBC, 0x0152},  {"ISO-8859-16", 0xBD, 0x0153},  {"ISO-8859-16", 0xBE, 0x0178},
    {"ISO-8859-16", 0xBF, 0x017C},  {"ISO-8859-16", 0xC3, 0x0102},  {"ISO-8859-16", 0xC5, 0x0106},
    {"ISO-8859-16", 0xD0, 0x0110},  {"ISO-8859-16", 0xD1, 0x0143},  {"ISO-8859-16", 0xD5, 0x0150},
    {"ISO-8859-16", 0xD7, 0x015A},  {"ISO-8859-16", 0xD8, 0x0170},  {"ISO-8859-16", 0xDD, 0x0118},
    {"ISO-8859-16", 0xDE, 0x021A},  {"ISO-8859-16", 0xE3, 0x0103},  {"ISO-8859-16", 0xE5, 0x0107},
    {"ISO-8859-16", 0xF0, 0x0111},  {"ISO-8859-16", 0xF1, 0x0144},  {"ISO-8859-16", 0xF5, 0x0151},
    {"ISO-8859-16", 0xF7, 0x015B},  {"ISO-8859-16", 0xF8, 0x0171},  {"ISO-8859-16", 0xFD, 0x0119},
    {"ISO-8859-16", 0xFE, 0x021B},  {"KOI8-U", 0xAE, 0x045E},       {"KOI8-U", 0xBE, 0x040E},
    {"windows-1253", 0xAA, 0xFFFD}, {"windows-1255", 0xCA, 0x05BA}, {"windows-874", 0xDB, 0xFFFD},
    {"windows-874", 0xDC, 0xFFFD},  {"windows-874", 0xDD, 0xFFFD},  {"windows-874", 0xDE, 0xFFFD},
    {"windows-874", 0xFC, 0xFFFD},  {"windows-874", 0xFD, 0xFFFD},  {"windows-874", 0xFE, 0xFFFD},
    {"windows-874", 0xFF, 0xFFFD},
}};

/// One byte at a time, so that a byte without a meaning takes no other with it.
char16_t meaning_of(UConverter* converter, char byte) {
  constexpr char16_t replacement_character = 0xFFFD;
  std::array<char16_t, 4> units{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length = ucnv_toUChars(converter, units.data(), units.size(), &byte, 1, &status);
  return U_SUCCESS(status) && length == 1 ? units[0] : replacement_character;
}

}  // namespace

HighHalf high_half(const Encoding& encoding) {
  HighHalf half{};
  half.fill(0xFFFD);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding.converter, &status));
  if (U_SUCCESS(status)) {
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    for (unsigned i = 0; i < half.size(); ++i)
      half[i] = meaning_of(converter.get(), static_cast<char>(0x80 + i));
  }
  for (const Difference& difference : differences) {
    if (difference.encoding == encoding.name) half[difference.byte - 0x80U] = difference.character;
  }
  return half;
}

}  // namespace pith
