#include "core/archive/content_decoding.hpp"

#include <gtest/gtest.h>

#include "tests/support/brotli_bytes.hpp"
#include "tests/support/deflate_bytes.hpp"
#include "tests/support/gzip_bytes.hpp"
#include "tests/support/zstd_bytes.hpp"

namespace pith {
namespace {

constexpr std::size_t limit = 1000;

std::string decoded(const std::string& encoding, const std::string& body) {
  return decode_body({{"Content-Encoding", encoding}}, body, limit).bytes;
}

TEST(WithoutChunks, PutsChunksTogether) {
  const auto out =
      without_chunks("4\r\n<p>a\r\nA;name=value\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n", limit);
  EXPECT_EQ(out.bytes, "<p>a0123456789");
  EXPECT_FALSE(out.broken);
}

TEST(WithoutChunks, LeavesABodyThatHasNone) {
  for (const char* body : {"<p>no chunks", "", "beef is no size\n", "12 monkeys\n", "12"}) {
    const auto out = without_chunks(body, limit);
    EXPECT_EQ(out.bytes, body);
    EXPECT_FALSE(out.broken);
  }
}

TEST(WithoutChunks, KeepsWhatCameBeforeTheyBreakOff) {
  for (const char* body : {"3\r\nabc\r\n9\r\nde", "5\r\nabcde\r\n", "5\r\nabcde\r\nnonsense\r\n"}) {
    const auto out = without_chunks(body, limit);
    EXPECT_EQ(out.bytes, "abcde") << body;
    EXPECT_TRUE(out.broken) << body;
  }
  EXPECT_EQ(without_chunks("ffffffffffffffff\r\nabc", limit).bytes, "abc");
}

TEST(DecodeBody, UndoesEveryEncodingOfHttp) {
  const std::string text = "<p>what the page says, what the page says";
  EXPECT_EQ(decoded("gzip", gzip_bytes(text)), text);
  EXPECT_EQ(decoded("gzip", gzip_bytes(text.substr(0, 5)) + gzip_bytes(text.substr(5))), text);
  EXPECT_EQ(decoded("X-GZIP", gzip_bytes(text)), text);
  EXPECT_EQ(decoded("deflate", zlib_bytes(text)), text);
  EXPECT_EQ(decoded("deflate", deflate_bytes(text)), text) << "without zlib's header";
  EXPECT_EQ(decoded("br", brotli_bytes(text)), text);
  EXPECT_EQ(decoded("zstd", zstd_bytes(text)), text);
  EXPECT_EQ(decoded("gzip, br", brotli_bytes(gzip_bytes(text))), text) << "the last one is undone first";
  EXPECT_EQ(decoded("identity", text), text);
  const std::string packed = gzip_bytes(text);
  char size[20];
  std::snprintf(size, sizeof(size), "%zx\r\n", packed.size());
  EXPECT_EQ(decode_body({{"content-encoding", "gzip"}, {"transfer-encoding", "chunked"}},
                        size + packed + "\r\n0\r\n\r\n", limit)
                .bytes,
            text);
}

TEST(DecodeBody, LeavesWhatWasDecodedBeforeItWasArchived) {
  for (const char* encoding : {"gzip", "deflate", "br", "zstd", "unheard-of"}) {
    const auto out = decode_body({{"Content-Encoding", encoding}}, "<html><p>plain", limit);
    EXPECT_EQ(out.bytes, "<html><p>plain") << encoding;
    EXPECT_FALSE(out.broken) << encoding;
  }
}

// As ContentDecoder has it: the same page is the same whether it was archived or is fetched.
TEST(DecodeBody, UndoesAllCodingsOrNone) {
  const std::string packed = gzip_bytes("<p>packed");
  EXPECT_EQ(decoded("gzip, UTF-8", packed), packed);
  EXPECT_EQ(decoded("gzip, gzip, gzip", gzip_bytes(gzip_bytes(packed))), "<p>packed");
  const auto four = decode_body({{"Content-Encoding", "gzip, gzip, gzip, gzip"}},
                                gzip_bytes(gzip_bytes(gzip_bytes(packed))), limit);
  EXPECT_EQ(four.bytes, "");
  EXPECT_TRUE(four.broken);
}

TEST(DecodeBody, KeepsWhatCameBeforeItBreaksOff) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += std::to_string(i * 7919 % 10007);
  constexpr std::size_t much = std::size_t{1} << 20;
  for (const auto& [encoding, whole] :
       {std::pair{"gzip", gzip_bytes(text)}, {"deflate", deflate_bytes(text)}, {"br", brotli_bytes(text)}}) {
    const auto out = decode_body({{"Content-Encoding", encoding}}, whole.substr(0, whole.size() / 2), much);
    EXPECT_TRUE(out.broken) << encoding;
    EXPECT_GT(out.bytes.size(), 1000U) << encoding;
    EXPECT_TRUE(text.starts_with(out.bytes)) << encoding;
  }
}

TEST(DecodeBody, StopsAtTheLimit) {
  const std::string text(100000, 'a');
  for (const auto& [encoding, body] : {std::pair{"gzip", gzip_bytes(text)},
                                       {"deflate", deflate_bytes(text)},
                                       {"br", brotli_bytes(text)},
                                       {"zstd", zstd_bytes(text)},
                                       {"identity", text}}) {
    const auto out = decode_body({{"Content-Encoding", encoding}}, body, limit);
    EXPECT_EQ(out.bytes, std::string(limit, 'a')) << encoding;
    EXPECT_FALSE(out.broken) << encoding;
  }
}

}  // namespace
}  // namespace pith
