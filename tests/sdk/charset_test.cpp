#include "pith/charset.hpp"

#include <gtest/gtest.h>

namespace pith {
namespace {

using namespace std::string_literals;
using Evidence = DecodedText::Evidence;

std::string decoded(std::string bytes, std::string_view header = {}) {
  return decode_page(std::move(bytes), header).utf8;
}

// Encoding standard 4.2, names and labels.
TEST(EncodingForLabel, GivesTheNameOfTheStandard) {
  EXPECT_EQ(encoding_for_label("latin1"), "windows-1252");
  EXPECT_EQ(encoding_for_label("ISO-8859-1"), "windows-1252");
  EXPECT_EQ(encoding_for_label(" UTF8\n"), "UTF-8");
  EXPECT_EQ(encoding_for_label("gb2312"), "GBK");
  EXPECT_EQ(encoding_for_label("ks_c_5601-1987"), "EUC-KR");
  EXPECT_EQ(encoding_for_label("hz-gb-2312"), "replacement");
  EXPECT_EQ(encoding_for_label("unicode"), "UTF-16LE");
}

TEST(EncodingForLabel, KnowsNoOthers) {
  EXPECT_EQ(encoding_for_label(""), "");
  EXPECT_EQ(encoding_for_label("utf-7"), "");
  EXPECT_EQ(encoding_for_label(std::string(100'000, 'u')), "");
}

// Unicode 15, section 3.9, table 3-8: one U+FFFD for each maximal subpart.
TEST(MakeValidUtf8, ReplacesMaximalSubparts) {
  std::string text = "\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64";
  EXPECT_EQ(make_valid_utf8(text), 6U);
  EXPECT_EQ(text, "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
}

TEST(MakeValidUtf8, RefusesSurrogatesOverlongsAndBeyondUnicode) {
  std::string surrogate = "\xED\xA0\x80";
  EXPECT_EQ(make_valid_utf8(surrogate), 3U);
  std::string overlong = "\xC0\xAF";
  EXPECT_EQ(make_valid_utf8(overlong), 2U);
  std::string beyond = "\xF4\x90\x80\x80";
  EXPECT_EQ(make_valid_utf8(beyond), 4U);
}

TEST(MakeValidUtf8, LeavesGoodTextAlone) {
  std::string text = "plain, h\u00E9, \u9999\u6E2F, \U0001F600, eight bytes and more of ASCII";
  const std::string before = text;
  EXPECT_EQ(make_valid_utf8(text), 0U);
  EXPECT_EQ(text, before);
}

TEST(DecodePage, TakesNoCopyOfUtf8) {
  std::string bytes(100'000, 'x');
  const char* const where = bytes.data();
  const DecodedText text = decode_page(std::move(bytes), "text/html; charset=utf-8");
  EXPECT_EQ(text.utf8.data(), where);
  EXPECT_TRUE(text.offsets.steps.empty());
}

TEST(DecodePage, BelievesAByteOrderMarkFirst) {
  const DecodedText text = decode_page("\xEF\xBB\xBF<p>\u00E9", "text/html; charset=windows-1251");
  EXPECT_EQ(text.encoding, "UTF-8");
  EXPECT_EQ(text.evidence, Evidence::byte_order_mark);
  EXPECT_EQ(text.utf8, "<p>\u00E9");
  EXPECT_EQ(text.offsets.to_source(0), 3U);
}

TEST(DecodePage, BelievesTheHeaderBeforeTheMeta) {
  const DecodedText text =
      decode_page("<meta charset=windows-1252>\xCF\xF0\xE8", "text/html;Charset=\"cp1251\"");
  EXPECT_EQ(text.encoding, "windows-1251");
  EXPECT_EQ(text.evidence, Evidence::header);
  EXPECT_EQ(text.utf8, "<meta charset=windows-1252>При");
}

TEST(DecodePage, PassesOverUnknownNames) {
  const DecodedText text = decode_page("<meta charset=iso-8859-1>\xE9", "text/html; charset=klingon");
  EXPECT_EQ(text.encoding, "windows-1252");
  EXPECT_EQ(text.evidence, Evidence::meta);
}

// HTML standard 13.2.3.2, prescan a byte stream to determine its encoding.
TEST(DecodePage, FindsAMetaElementInManyForms) {
  for (const std::string meta :
       {"<meta charset=cp1251>", "<META CHARSET='Windows-1251'/>", "<meta/charset = \"cp1251\" x>",
        "<meta http-equiv=Content-Type content='text/html; charset=cp1251'>",
        "<meta content='a charset b charset = \"cp1251\"' http-equiv=content-type>",
        "<!-- <meta charset=utf-8> --><meta charset=cp1251>", "<!--><meta charset=cp1251>",
        "<div title='<meta charset=utf-8>'><meta charset=cp1251>",
        "<?x <meta charset=utf-8?><meta charset=cp1251>"}) {
    const DecodedText text = decode_page(meta + "\xCF", "");
    EXPECT_EQ(text.encoding, "windows-1251") << meta;
    EXPECT_EQ(text.evidence, Evidence::meta) << meta;
  }
}

TEST(DecodePage, SeesNoMetaWhereThereIsNone) {
  for (const std::string page :
       {"<metal charset=cp1251>\xE9", "<meta content='text/html; charset=cp1251'>\xE9", "<meta charset>\xE9",
        "<meta charset='cp1251\xE9", "<!-- <meta charset=cp1251>\xE9",
        "<meta http-equiv=refresh content='charset=cp1251'>\xE9"}) {
    EXPECT_NE(decode_page(page, "").evidence, Evidence::meta) << page;
  }
}

TEST(DecodePage, TakesUtf16InAMetaForUtf8) {
  EXPECT_EQ(decode_page("<meta charset=utf-16><p>\u00E9", "").encoding, "UTF-8");
  EXPECT_EQ(decode_page("<meta charset=x-user-defined>\xE9", "").encoding, "windows-1252");
}

// Deviation from the 1024 bytes of the standard: on to the end of the head, as browsers end up doing.
TEST(DecodePage, FindsALateMetaInTheHead) {
  const std::string script = "<script>var a = '<p title=\"';" + std::string(5000, ' ') + "</script>";
  EXPECT_EQ(decode_page("<head>" + script + "<meta charset=cp1251></head>\xCF", "").encoding, "windows-1251");
  const DecodedText in_body = decode_page("<head>" + script + "</head><meta charset=cp1251>\xE9", "");
  EXPECT_NE(in_body.evidence, Evidence::meta);
}

TEST(DecodePage, ReadsAnXmlDeclaration) {
  const std::string feed = "<?xml version='1.0' encoding = \"windows-1251\"?><t>\xCF</t>";
  EXPECT_EQ(decode_page(feed, "", true).utf8.substr(feed.find("<t>")), "<t>П</t>");
  EXPECT_EQ(decode_page(feed, "").encoding, "windows-1251");
  EXPECT_EQ(decode_page("<?xml version='1.0'?><t>\u00E9</t>", "application/xml", true).encoding, "UTF-8");
  EXPECT_EQ(decode_page("<?xml encoding='utf-8", "", true).utf8, "<?xml encoding='utf-8");
}

// Encoding standard, index windows-1252: no byte is invalid.
TEST(DecodePage, MapsTheControlsOfWindows1252) {
  const DecodedText text = decode_page("\x80\x81\x8D\x93\x9D\xE9", "text/html; charset=latin1");
  EXPECT_EQ(text.utf8, "\u20AC\u0081\u008D\u201C\u009D\u00E9");
  EXPECT_EQ(text.replaced, 0U);
}

TEST(DecodePage, DecodesTheEastAsianEncodings) {
  EXPECT_EQ(decoded("\xD6\xD0\xCE\xC4\x80", "; charset=gb2312"), "中文\u20AC");
  EXPECT_EQ(decoded("\x81\x30\x84\x36", "; charset=gbk"), "\u00A5");
  EXPECT_EQ(decoded("\xA4\xA4\xA4\xE5", "; charset=big5"), "中文");
  EXPECT_EQ(decoded("\x93\xFA\x96\x7B\x8C\xEA\x5C\x87\x40\xB1", "; charset=shift_jis"), "日本語\\①ｱ");
  EXPECT_EQ(decoded("\x81\x60\x81\x7C", "; charset=sjis"), "\uFF5E\uFF0D");
  EXPECT_EQ(decoded("\xA1\xC1\xA1\xDD", "; charset=euc-jp"), "\uFF5E\uFF0D");
  EXPECT_EQ(decoded("\xC6\xFC\xCB\xDC\x5C\x8E\xB1", "; charset=euc-jp"), "日本\\ｱ");
  EXPECT_EQ(decoded("\xC7\xD1\xB1\xDB\x5C\x81\x41", "; charset=euc-kr"), "한글\\갂");
  EXPECT_EQ(decoded("\x1B$B\x46\x7C\x1B(Bx", "; charset=iso-2022-jp"), "日x");
}

TEST(DecodePage, DecodesUtf16WithAndWithoutMark) {
  EXPECT_EQ(decoded("\xFF\xFE<\0p\0>\0\xE9\0"s), "<p>\u00E9");
  EXPECT_EQ(decoded("\0<\0p\0>\0\xE9"s), "<p>\u00E9");
  EXPECT_EQ(decoded("<\0p\0>\0\x3D\xD8\x00\xDE"s, "; charset=utf-16"), "<p>\U0001F600");
  EXPECT_EQ(decoded("x\0\x3D\xD8y\0z"s, "; charset=utf-16le"), "x\uFFFDy\uFFFD");
}

// Encoding standard 9.1: where its indexes and the usual tables part.
TEST(DecodePage, KeepsToTheIndexesOfTheStandard) {
  EXPECT_EQ(decoded("\xA4\xAA\xFF", "; charset=iso-8859-16"), "\u20AC\u0218\u00FF");
  EXPECT_EQ(decoded("\xAE\xBE", "; charset=koi8-u"), "\u045E\u040E");
  EXPECT_EQ(decoded("\xA1\xDB\x80", "; charset=tis-620"), "\u0E01\uFFFD\u20AC");
  EXPECT_EQ(decoded("\xE0\xCA", "; charset=windows-1255"), "\u05D0\u05BA");
  EXPECT_EQ(decoded("\x41\x80", "; charset=x-user-defined"), "A\uF780");
}

// Encoding standard 14.2: what could hide markup is not decoded at all.
TEST(DecodePage, ReplacesDangerousEncodingsWhole) {
  const DecodedText text = decode_page("\x1B$)C<p>", "text/html; charset=iso-2022-kr");
  EXPECT_EQ(text.encoding, "replacement");
  EXPECT_EQ(text.utf8, "\uFFFD");
  EXPECT_EQ(text.replaced, 1U);
}

TEST(DecodePage, ReplacesWhatTheEncodingDoesNotKnow) {
  const DecodedText text = decode_page("a\xAA\xD2z", "; charset=windows-1253");
  EXPECT_EQ(text.utf8, "a\uFFFD\uFFFDz");
  EXPECT_EQ(text.replaced, 2U);
  // The ASCII byte behind a broken lead byte is kept: it may be markup.
  EXPECT_EQ(decoded("\x81<p>\x81", "; charset=shift_jis"), "\uFFFD<p>\uFFFD");
}

// Deviation: browsers show "Ã©".
TEST(DecodePage, BelievesWellFormedUtf8BeforeAWrongDeclaration) {
  const DecodedText text = decode_page("<meta charset=iso-8859-1>caf\u00E9", "text/html; charset=ISO-8859-1");
  EXPECT_EQ(text.encoding, "UTF-8");
  EXPECT_EQ(text.evidence, Evidence::detection);
  EXPECT_EQ(text.utf8, "<meta charset=iso-8859-1>caf\u00E9");
}

TEST(DecodePage, BelievesTheMetaWhereTheHeaderSaysUtf8InVain) {
  const DecodedText text =
      decode_page("<meta charset=cp1251>\xCF\xF0\xE8\xE2\xE5\xF2", "text/html; charset=utf-8");
  EXPECT_EQ(text.encoding, "windows-1251");
  EXPECT_EQ(text.utf8, "<meta charset=cp1251>Привет");
}

TEST(DecodePage, KeepsUtf8WithAFewBrokenPlaces) {
  const DecodedText text = decode_page("Привет, мир: приве\xD1! Привет", "text/html; charset=utf-8");
  EXPECT_EQ(text.encoding, "UTF-8");
  EXPECT_EQ(text.replaced, 1U);
  EXPECT_EQ(decode_page("Привет, мир: приве\xD1", "").encoding, "UTF-8");
}

TEST(DecodePage, DetectsWhatNothingDeclares) {
  EXPECT_EQ(decode_page("<p>caf\u00E9", "").encoding, "UTF-8");
  // "Сегодня в городе прошла выставка новых картин известного художника" in windows-1251.
  const DecodedText text = decode_page(
      "\xD1\xE5\xE3\xEE\xE4\xED\xFF \xE2 \xE3\xEE\xF0\xEE\xE4\xE5 \xEF\xF0\xEE\xF8\xEB\xE0 "
      "\xE2\xFB\xF1\xF2\xE0\xE2\xEA\xE0 \xED\xEE\xE2\xFB\xF5 \xEA\xE0\xF0\xF2\xE8\xED "
      "\xE8\xE7\xE2\xE5\xF1\xF2\xED\xEE\xE3\xEE \xF5\xF3\xE4\xEE\xE6\xED\xE8\xEA\xE0",
      "");
  EXPECT_EQ(text.encoding, "windows-1251");
  EXPECT_EQ(text.evidence, Evidence::detection);
}

TEST(DecodePage, DecodesEmptyAndBinaryInput) {
  EXPECT_EQ(decoded(""), "");
  EXPECT_EQ(decoded("\xFF\xFE"), "");
  EXPECT_EQ(decoded("\xEF\xBB\xBF"), "");
  std::string all;
  for (int round = 0; round < 300; ++round) {
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte ^ (round & 0x7F));
  }
  for (const char* charset :
       {"", "utf-8", "gbk", "big5", "shift_jis", "euc-jp", "euc-kr", "iso-2022-jp", "utf-16be"}) {
    std::string text = decoded(all, "; charset="s + charset);
    EXPECT_EQ(make_valid_utf8(text), 0U) << charset;
    EXPECT_FALSE(text.empty()) << charset;
  }
}

/// Checks that every '<' of the text came from a '<' of the bytes.
void expect_markup_to_map(const std::string& bytes, std::string_view header) {
  const DecodedText text = decode_page(bytes, header);
  std::size_t brackets = 0;
  for (std::size_t at = text.utf8.find('<'); at != std::string::npos; at = text.utf8.find('<', at + 1)) {
    const std::size_t source = text.offsets.to_source(static_cast<std::uint32_t>(at));
    ASSERT_LT(source, bytes.size()) << header;
    EXPECT_EQ(bytes[source], '<') << header << " at " << at;
    ++brackets;
  }
  EXPECT_GT(brackets, 0U);
}

TEST(OffsetMap, LeadsMarkupBackToItsBytes) {
  expect_markup_to_map("<p>\xC3<b>\xE2\x82<i>\u00E9<u>\xF0\x9F\x98<a>", "; charset=utf-8");
  expect_markup_to_map("\xEF\xBB\xBF<p>\xFF\xFF<b>", "");
  expect_markup_to_map("<p>\xCF\xF0\xE8<b>x\x93y<i>", "; charset=windows-1251");
  expect_markup_to_map("<p>\xD6\xD0\xCE<b>\x81\x30\x89\x37<i>\xFF<u>", "; charset=gbk");
  expect_markup_to_map("<p>\x93\xFA\x81<b>\xB1<i>", "; charset=shift_jis");
  std::string wide = "\xFF\xFE";
  for (int i = 0; i < 10'000; ++i) wide += "<\0a\0\x3D\xD8\x00\xDE\xE9\0"s;
  expect_markup_to_map(wide, "");
  std::string narrow;
  for (int i = 0; i < 10'000; ++i) narrow += "<\xD6\xD0\xCE\xC4x";
  expect_markup_to_map(narrow, "; charset=gbk");
}

TEST(OffsetMap, NeverGoesBack) {
  const DecodedText text = decode_page(
      "a\xCF\xF0\xE8"
      "b\xE2\x63",
      "; charset=windows-1251");
  std::uint32_t last = 0;
  for (std::uint32_t at = 0; at <= text.utf8.size(); ++at) {
    EXPECT_GE(text.offsets.to_source(at), last);
    last = text.offsets.to_source(at);
  }
  EXPECT_EQ(last, 7U);
}

// UTF-8 that was read as windows-1252 and written as UTF-8 again.
TEST(DecodePage, UndoesASecondEncoding) {
  const DecodedText text =
      decode_page("<p>donâ€™t</p> <p>cafÃ© â€œwestâ€\xC2\x9D</p>", "text/html; charset=utf-8");
  EXPECT_EQ(text.utf8, "<p>don’t</p> <p>café “west”</p>");
  EXPECT_TRUE(text.encoded_twice);
  EXPECT_EQ(text.encoding, "UTF-8");
  EXPECT_EQ(text.replaced, 0U);
}

// As ISO-8859-1 would have it: C1 controls that no text has.
TEST(DecodePage, UndoesASecondEncodingOfControls) {
  EXPECT_EQ(decoded("z\xC3\xA2\xC2\x80\xC2\x99s \xC3\xA2\xC2\x80\xC2\x94 \xC3\xB0\xC2\x9F\xC2\x98\xC2\x80"),
            "z’s — 😀");
}

// A character that is meant as it stands proves that nothing happened.
TEST(DecodePage, LeavesTextAloneThatIsMeantAsItStands) {
  for (const std::string page : {"â€™ stands for ’ where â€œ and â€™ do, too", "Ã© Ã¨ Ã¼ é",
                                 "Â is a letter, Ã© Ã© Ã©", "only two: cafÃ©, donâ€™t", "日本語 Ã© Ã© Ã©"}) {
    const DecodedText text = decode_page(page, "text/html; charset=utf-8");
    EXPECT_EQ(text.utf8, page);
    EXPECT_FALSE(text.encoded_twice);
  }
}

TEST(DecodePage, KeepsPlacesOfWhatWasEncodedTwice) {
  const std::string bytes = "\xEF\xBB\xBF<p>â€™ â€™</p><b>Ã©</b>";
  const DecodedText text = decode_page(bytes, {});
  ASSERT_TRUE(text.encoded_twice);
  for (const std::string_view markup : {"<p>", "</p>", "<b>", "</b>"}) {
    const auto at = static_cast<std::uint32_t>(text.utf8.find(markup));
    EXPECT_EQ(text.offsets.to_source(at), bytes.find(markup)) << markup;
  }
}

}  // namespace
}  // namespace pith
