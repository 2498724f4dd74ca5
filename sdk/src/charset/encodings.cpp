#include "charset/encodings.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "pith/charset.hpp"
#include "pith/text.hpp"

namespace pith {
namespace {

using Decoder = Encoding::Decoder;

/// The encodings of the Encoding standard, section 4.2, each followed by its labels.
struct Row {
  Encoding encoding;
  std::string_view labels;  // separated by spaces
};

constexpr std::array<Row, 40> rows = {{
    {{"UTF-8", Decoder::utf8, nullptr, false},
     "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"},
    {{"IBM866", Decoder::single_byte, "ibm-866", false}, "866 cp866 csibm866 ibm866"},
    {{"ISO-8859-2", Decoder::single_byte, "ISO-8859-2", false},
     "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
    {{"ISO-8859-3", Decoder::single_byte, "ISO-8859-3", false},
     "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
    {{"ISO-8859-4", Decoder::single_byte, "ISO-8859-4", false},
     "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
    {{"ISO-8859-5", Decoder::single_byte, "ISO-8859-5", false},
     "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"},
    {{"ISO-8859-6", Decoder::single_byte, "ISO-8859-6", false},
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i "
     "iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    {{"ISO-8859-7", Decoder::single_byte, "ISO-8859-7", false},
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
     "iso_8859-7:1987 sun_eu_greek"},
    {{"ISO-8859-8", Decoder::single_byte, "ISO-8859-8", false},
     "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 "
     "iso_8859-8:1988 visual"},
    {{"ISO-8859-8-I", Decoder::single_byte, "ISO-8859-8", false}, "csiso88598i iso-8859-8-i logical"},
    {{"ISO-8859-10", Decoder::single_byte, "ISO-8859-10", false},
     "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    {{"ISO-8859-13", Decoder::single_byte, "ISO-8859-13", false}, "iso-8859-13 iso8859-13 iso885913"},
    {{"ISO-8859-14", Decoder::single_byte, "ISO-8859-14", false}, "iso-8859-14 iso8859-14 iso885914"},
    {{"ISO-8859-15", Decoder::single_byte, "ISO-8859-15", false},
     "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
    {{"ISO-8859-16", Decoder::single_byte, "ISO-8859-1", false}, "iso-8859-16"},
    {{"KOI8-R", Decoder::single_byte, "KOI8-R", false}, "cskoi8r koi koi8 koi8-r koi8_r"},
    {{"KOI8-U", Decoder::single_byte, "KOI8-U", false}, "koi8-ru koi8-u"},
    {{"macintosh", Decoder::single_byte, "macintosh", false}, "csmacintosh mac macintosh x-mac-roman"},
    {{"windows-874", Decoder::single_byte, "windows-874", false},
     "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"},
    {{"windows-1250", Decoder::single_byte, "windows-1250", false}, "cp1250 windows-1250 x-cp1250"},
    {{"windows-1251", Decoder::single_byte, "windows-1251", false}, "cp1251 windows-1251 x-cp1251"},
    {{"windows-1252", Decoder::single_byte, "windows-1252", false},
     "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
     "iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252"},
    {{"windows-1253", Decoder::single_byte, "windows-1253", false}, "cp1253 windows-1253 x-cp1253"},
    {{"windows-1254", Decoder::single_byte, "windows-1254", false},
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 "
     "windows-1254 x-cp1254"},
    {{"windows-1255", Decoder::single_byte, "windows-1255", false}, "cp1255 windows-1255 x-cp1255"},
    {{"windows-1256", Decoder::single_byte, "windows-1256", false}, "cp1256 windows-1256 x-cp1256"},
    {{"windows-1257", Decoder::single_byte, "windows-1257", false}, "cp1257 windows-1257 x-cp1257"},
    {{"windows-1258", Decoder::single_byte, "windows-1258", false}, "cp1258 windows-1258 x-cp1258"},
    {{"x-mac-cyrillic", Decoder::single_byte, "x-mac-cyrillic", false}, "x-mac-cyrillic x-mac-ukrainian"},
    {{"GBK", Decoder::icu, "gb18030", true},
     "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"},
    {{"gb18030", Decoder::icu, "gb18030", true}, "gb18030"},
    {{"Big5", Decoder::icu, "Big5-HKSCS", true}, "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    {{"EUC-JP", Decoder::icu, "euc-jp-2007", true}, "cseucpkdfmtjapanese euc-jp x-euc-jp"},
    {{"ISO-2022-JP", Decoder::icu, "ISO-2022-JP", true}, "csiso2022jp iso-2022-jp"},
    {{"Shift_JIS", Decoder::icu, "ibm-943_P15A-2003", true},
     "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"},
    {{"EUC-KR", Decoder::icu, "windows-949-2000", true},
     "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
     "windows-949"},
    {{"replacement", Decoder::replacement, nullptr, false},
     "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement"},
    {{"UTF-16BE", Decoder::icu, "UTF-16BE", true}, "unicodefffe utf-16be"},
    {{"UTF-16LE", Decoder::icu, "UTF-16LE", true},
     "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"},
    {{"x-user-defined", Decoder::user_defined, nullptr, false}, "x-user-defined"},
}};

struct Label {
  std::string_view label;
  const Encoding* encoding;
};

std::vector<Label> sorted_labels() {
  std::vector<Label> all;
  for (const Row& row : rows) {
    for (std::string_view rest = row.labels; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      all.push_back({rest.substr(0, end), &row.encoding});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  std::sort(all.begin(), all.end(), [](const Label& a, const Label& b) { return a.label < b.label; });
  return all;
}

constexpr std::size_t longest_label = 32;

}  // namespace

const Encoding* find_encoding(std::string_view label) {
  static const std::vector<Label> labels = sorted_labels();
  constexpr std::string_view space = " \t\n\f\r";
  const std::size_t begin = label.find_first_not_of(space);
  if (begin == std::string_view::npos) return nullptr;
  label = label.substr(begin, label.find_last_not_of(space) - begin + 1);
  if (label.size() > longest_label) return nullptr;
  const std::string wanted = lower_ascii(label);
  const auto found = std::lower_bound(labels.begin(), labels.end(), std::string_view(wanted),
                                      [](const Label& a, std::string_view b) { return a.label < b; });
  return found != labels.end() && found->label == wanted ? found->encoding : nullptr;
}

const Encoding& utf8_encoding() {
  return rows.front().encoding;
}

std::string encoding_for_label(std::string_view label) {
  const Encoding* encoding = find_encoding(label);
  return encoding == nullptr ? std::string() : std::string(encoding->name);
}

}  // namespace pith
