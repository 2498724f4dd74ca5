#include "core/encoding/decoder.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "core/encoding/content_coding.hpp"
#include "tests/support/brotli_bytes.hpp"
#include "tests/support/deflate_bytes.hpp"
#include "tests/support/gzip_bytes.hpp"
#include "tests/support/zstd_bytes.hpp"

namespace pith {
namespace {

struct Packed {
  const char* what;
  const char* coding;
  std::string bytes;
};

/// More than comes out in one piece, and not all the same.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += std::to_string(i * 7'919 % 10'007);
  return text;
}

std::vector<Packed> packed(const std::string& text) {
  return {{"gzip", "gzip", gzip_bytes(text)},
          {"zlib", "deflate", zlib_bytes(text)},
          {"deflate alone", "deflate", deflate_bytes(text)},
          {"Brotli", "br", brotli_bytes(text)},
          {"Zstandard", "zstd", zstd_bytes(text)}};
}

/// What comes out if the bytes come by so many at a time.
std::string decoded(Decoder& decoder, std::string_view bytes, std::size_t at_a_time) {
  std::string out;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(at_a_time, bytes.size()))) {
    decoder.take(bytes.substr(0, at_a_time), [&](std::string_view piece) {
      out += piece;
      return true;
    });
  }
  return out;
}

TEST(Decoder, GivesTheSameHoweverTheBytesCome) {
  for (const std::string& text : {std::string(), std::string("a"), long_text()}) {
    for (const auto& [what, coding, bytes] : packed(text)) {
      for (const std::size_t at_a_time : {1, 3, 1'000, 1'000'000}) {
        const auto decoder = decoder_of(coding);
        EXPECT_EQ(decoded(*decoder, bytes, at_a_time), text) << what << ' ' << at_a_time;
        EXPECT_TRUE(decoder->is_whole()) << what << ' ' << at_a_time;
        EXPECT_FALSE(decoder->is_damaged()) << what << ' ' << at_a_time;
      }
    }
  }
}

TEST(Decoder, KnowsOfEveryBeginningThatItIsNotAll) {
  for (const auto& [what, coding, bytes] : packed("some text, some text, some more text")) {
    for (std::size_t size = 1; size < bytes.size(); ++size) {
      const auto decoder = decoder_of(coding);
      decoded(*decoder, bytes.substr(0, size), 1'000);
      EXPECT_FALSE(decoder->is_whole()) << what << " of " << size << " bytes";
      EXPECT_FALSE(decoder->is_damaged()) << what << " of " << size << " bytes";
    }
  }
}

TEST(Decoder, TakesNothingForWhole) {
  for (const char* coding : {"gzip", "deflate", "br", "zstd"}) {
    EXPECT_TRUE(decoder_of(coding)->is_whole()) << coding;
  }
}

// RFC 1952, section 2.2, and RFC 8878, section 3.1.
TEST(Decoder, JoinsGzipMembersAndZstandardFrames) {
  const auto one = packed("one, ");
  const auto two = packed(long_text());
  for (const std::size_t i : {std::size_t{0}, one.size() - 1}) {
    const std::string both = one[i].bytes + two[i].bytes;
    for (const std::size_t at_a_time : {1, 1'000'000}) {
      const auto decoder = decoder_of(one[i].coding);
      EXPECT_EQ(decoded(*decoder, both, at_a_time), "one, " + long_text()) << one[i].what;
      EXPECT_TRUE(decoder->is_whole());
    }
    const auto cut = decoder_of(one[i].coding);
    decoded(*cut, both.substr(0, both.size() - 3), 1'000);
    EXPECT_FALSE(cut->is_whole()) << "the second breaks off";
  }
  const auto decoder = decoder_of("zstd");
  EXPECT_EQ(decoded(*decoder, zstd_skippable("unseen") + zstd_bytes("a") + zstd_skippable("unseen"), 1), "a");
  EXPECT_TRUE(decoder->is_whole());
}

TEST(Decoder, PassesOverWhatStandsBehindTheEnd) {
  for (const std::string& behind :
       {std::string("\n"), std::string(512, '\0'), std::string("<!-- cached -->")}) {
    for (const auto& [what, coding, bytes] : packed("text")) {
      for (const std::size_t at_a_time : {1, 1'000'000}) {
        const auto decoder = decoder_of(coding);
        EXPECT_EQ(decoded(*decoder, bytes + behind, at_a_time), "text") << what;
        EXPECT_TRUE(decoder->is_whole()) << what;
      }
    }
  }
}

TEST(Decoder, TellsDamageFromWhatWasNeverCompressed) {
  const std::string text = long_text();
  for (const auto& [what, coding, bytes] : packed(text)) {
    std::string damaged = bytes;
    for (std::size_t i = bytes.size() / 2; i < bytes.size() / 2 + 40; ++i) damaged[i] = static_cast<char>(i);
    const auto decoder = decoder_of(coding);
    const std::string out = decoded(*decoder, damaged, 1'000);
    EXPECT_FALSE(decoder->is_whole() && out == text) << what;
    EXPECT_FALSE(decoder->is_something_else()) << what;

    const auto plain = decoder_of(coding);
    EXPECT_EQ(decoded(*plain, "<html><p>never compressed", 4), "") << what;
    EXPECT_TRUE(plain->is_damaged()) << what;
    EXPECT_TRUE(plain->is_something_else()) << what;
    EXPECT_NE(plain->complaint(), "") << what;
  }
}

TEST(Decoder, ChecksTheCheckSumsThatThereAre) {
  const std::string text = "some text, some text, some more text";
  for (auto& [what, coding, bytes] : std::vector<Packed>{{"gzip", "gzip", gzip_bytes(text)},
                                                         {"zlib", "deflate", zlib_bytes(text)},
                                                         {"Zstandard", "zstd", zstd_bytes(text)}}) {
    const std::size_t behind = std::string_view(what) == "gzip" ? 8 : 4;
    bytes[bytes.size() - behind] = static_cast<char>(bytes[bytes.size() - behind] ^ 0x55);
    const auto decoder = decoder_of(coding);
    decoded(*decoder, bytes, 1'000);
    EXPECT_TRUE(decoder->is_damaged()) << what;
  }
}

TEST(Decoder, StopsWhenNoMoreIsWanted) {
  for (const auto& [what, coding, bytes] : packed(std::string(1'000'000, 'a'))) {
    const auto decoder = decoder_of(coding);
    std::size_t pieces = 0;
    const auto sink = [&](std::string_view) { return ++pieces < 3; };
    decoder->take(bytes, sink);
    decoder->take(bytes, sink);
    EXPECT_EQ(pieces, 3U) << what;
  }
}

// RFC 9659: a window of more than 8 MiB needs not be supported, and is memory that a stranger takes.
TEST(Decoder, RefusesLargeZstandardWindows) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, 24);
  std::string out(1'000, '\0');
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  ZSTD_inBuffer from{"text", 4, 0};
  ZSTD_compressStream2(context, &to, &from, ZSTD_e_flush);
  from = {"", 0, 0};
  ZSTD_compressStream2(context, &to, &from, ZSTD_e_end);
  ZSTD_freeCCtx(context);
  const auto decoder = decoder_of("zstd");
  EXPECT_EQ(decoded(*decoder, out.substr(0, to.pos), 1'000), "");
  EXPECT_TRUE(decoder->is_damaged());
}

}  // namespace
}  // namespace pith
