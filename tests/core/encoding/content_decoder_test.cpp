#include "core/encoding/content_decoder.hpp"

#include <gtest/gtest.h>

#include "tests/support/brotli_bytes.hpp"
#include "tests/support/deflate_bytes.hpp"
#include "tests/support/gzip_bytes.hpp"
#include "tests/support/zstd_bytes.hpp"

namespace pith {
namespace {

constexpr std::size_t plenty = std::size_t{1} << 20;

struct Decoded {
  std::string bytes;
  bool whole = false;
  std::string complaint;
};

Decoded decoded(const std::vector<std::pair<std::string, std::string>>& fields, std::string_view body) {
  ContentDecoder decoder(fields, plenty);
  Decoded out;
  for (; !body.empty(); body.remove_prefix(std::min<std::size_t>(7, body.size()))) {
    decoder.take(body.substr(0, 7), [&](std::string_view piece) {
      out.bytes += piece;
      return true;
    });
  }
  out.whole = decoder.is_whole();
  out.complaint = decoder.complaint();
  EXPECT_EQ(decoder.is_damaged(), !out.complaint.empty());
  return out;
}

Decoded decoded(const std::string& coding, std::string_view body) {
  return decoded({{"Content-Encoding", coding}}, body);
}

// RFC 9110, section 8.4: "listed in the order in which they were applied".
TEST(ContentDecoder, UndoesTheLastCodingFirst) {
  const std::string text = "<p>what the page says, what the page says";
  EXPECT_EQ(decoded("X-GZIP", gzip_bytes(text)).bytes, text);
  EXPECT_EQ(decoded("gzip, br", brotli_bytes(gzip_bytes(text))).bytes, text);
  EXPECT_EQ(decoded("deflate, identity , zstd", zstd_bytes(deflate_bytes(text))).bytes, text);
  const auto in_two_fields =
      decoded({{"content-encoding", "gzip"}, {"Content-Encoding", "gzip"}}, gzip_bytes(gzip_bytes(text)));
  EXPECT_EQ(in_two_fields.bytes, text);
  EXPECT_TRUE(in_two_fields.whole);
}

TEST(ContentDecoder, LeavesWhatItDoesNotKnow) {
  for (const char* coding : {"", "identity", "none", "UTF-8", "gzip, UTF-8"}) {
    const auto out = decoded(coding, "<p>plain");
    EXPECT_EQ(out.bytes, "<p>plain") << coding;
    EXPECT_TRUE(out.whole) << coding;
  }
  EXPECT_EQ(decoded({{"Content-Type", "text/html"}}, "<p>plain").bytes, "<p>plain");
}

TEST(ContentDecoder, KnowsThatALayerEndsTooEarly) {
  const std::string inner = gzip_bytes("some text");
  const std::string cut_inside = brotli_bytes(inner.substr(0, inner.size() - 2));
  const std::string whole = brotli_bytes(inner);
  EXPECT_TRUE(decoded("gzip, br", whole).whole);
  EXPECT_FALSE(decoded("gzip, br", cut_inside).whole);
  EXPECT_FALSE(decoded("gzip, br", whole.substr(0, whole.size() - 1)).whole);
  EXPECT_TRUE(decoded("gzip, br", "").whole) << "no body is none";
}

TEST(ContentDecoder, SaysWhatIsDamaged) {
  EXPECT_EQ(decoded("gzip", "<p>plain").complaint, "it does not begin as gzip does");
  EXPECT_EQ(decoded("gzip, br", brotli_bytes("<p>plain")).complaint, "it does not begin as gzip does");
  // RFC 1950, section 2.2: bit 5 of the second byte asks for a dictionary.
  EXPECT_EQ(decoded("deflate", std::string("\x78\xbb\0\0\0\1xyz", 9)).complaint,
            "it needs what did not come with it, a dictionary");
  EXPECT_EQ(decoded("gzip,gzip,gzip,gzip", "x").complaint, "it is compressed more than 3 times");
}

// A few bytes of Brotli can become gigabytes of the header of a gzip file, which gives nothing.
TEST(ContentDecoder, BoundsWhatComesOutBetweenTwoCodings) {
  const std::string endless_name =
      std::string("\x1f\x8b\x08\x08\0\0\0\0\0\0", 10) + std::string(2 * plenty, 'n');
  const auto out = decoded("gzip, br", brotli_bytes(endless_name));
  EXPECT_EQ(out.bytes, "");
  EXPECT_EQ(out.complaint, "it is compressed twice, and too large in between");
}

}  // namespace
}  // namespace pith
