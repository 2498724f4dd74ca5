#include "core/archive/archive_stream.hpp"

#include <gtest/gtest.h>

#include "core/archive/archive_bytes.hpp"
#include "pith/error.hpp"
#include "tests/core/archive/read_warc.hpp"
#include "tests/support/error_of.hpp"
#include "tests/support/gzip_bytes.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/zstd_bytes.hpp"

namespace pith {
namespace {

/// The contents, with what happens in between in brackets.
std::string contents(std::unique_ptr<ArchiveStream> stream) {
  std::string text;
  while (const auto piece = stream->next()) {
    if (piece->kind == ArchivePiece::Kind::bytes) text += piece->bytes;
    if (piece->kind == ArchivePiece::Kind::damaged) text += "[damaged]";
    if (piece->kind == ArchivePiece::Kind::breaks_off) text += "[breaks off]";
  }
  return text;
}

TEST(ArchiveStream, TellsByTheBytesHowAFileIsCompressed) {
  EXPECT_EQ(contents(stream_of("plain")), "plain");
  EXPECT_EQ(contents(stream_of("")), "");
  EXPECT_EQ(contents(stream_of("P")), "P");
  EXPECT_EQ(contents(stream_of("(\nP*M\n")), "(\nP*M\n");
  EXPECT_EQ(contents(stream_of(gzip_bytes("a") + gzip_bytes("b"))), "ab");
  EXPECT_EQ(contents(stream_of(zstd_bytes("a") + zstd_skippable("x", 3) + zstd_bytes("b"))), "ab");
}

TEST(ArchiveStream, GoesOnBehindDamage) {
  const std::string bad = gzip_bytes("bad").replace(10, 1, "\xff");
  EXPECT_EQ(contents(stream_of(gzip_bytes("a") + bad + gzip_bytes("b"))), "a[damaged]b");
  EXPECT_EQ(contents(stream_of(gzip_bytes("a") + "garbage" + gzip_bytes("b") + "more garbage")),
            "a[damaged]b[damaged]");
  EXPECT_EQ(contents(stream_of(zstd_bytes("a") + "garbage" + zstd_bytes("b"))), "a[damaged]b");
}

TEST(ArchiveStream, GoesOnBehindADamagedBeginning) {
  const TemporaryFolder folder;
  for (const std::string& part : {gzip_bytes("a"), zstd_bytes("a")}) {
    std::string bytes = part + part;
    bytes[0] = 'x';
    EXPECT_EQ(contents(stream_of_file(folder.write("a", bytes))), "[damaged]a");
  }
  const std::string wide(
      "\xff\xfe"
      "b\0",
      4);
  EXPECT_EQ(contents(stream_of_file(folder.write("b", wide))), wide)
      << "no text, but nothing compressed either";
}

TEST(ArchiveStream, SaysThatAFileBreaksOff) {
  const std::string gzip = gzip_bytes("a");
  EXPECT_EQ(contents(stream_of(gzip.substr(0, gzip.size() - 1))), "a[breaks off]");
  EXPECT_EQ(contents(stream_of(gzip + "\x1f")), "a[breaks off]");
  const std::string zstd = zstd_bytes("a");
  EXPECT_EQ(contents(stream_of(zstd + zstd.substr(0, 5))), "a[breaks off]");
  EXPECT_EQ(contents(stream_of(zstd + zstd_skippable("abcdef").substr(0, 9))), "a[breaks off]");
}

TEST(ArchiveStream, RefusesDictionariesThatCannotBe) {
  std::string endless = zstd_skippable("", 13);
  endless[7] = '\x7f';
  EXPECT_EQ(error_of([&] { stream_of(endless); }), "test: a Zstandard dictionary of more than 16 MiB");
  EXPECT_EQ(error_of([&] { stream_of(zstd_skippable("abcdef", 13).substr(0, 10)); }),
            "test: ends within its Zstandard dictionary: fetch it again");
  const std::string damaged = zstd_bytes(std::string(500, 'a')).substr(0, 12);
  EXPECT_NE(error_of([&] { stream_of(zstd_skippable(damaged, 13)); }).find("a damaged Zstandard dictionary"),
            std::string::npos);
}

TEST(ArchiveStream, RefusesFramesThatNeedTooMuchMemory) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, 28);
  ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
  std::string out(1000, '\0');
  ZSTD_inBuffer in{"abc", 3, 0};
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  ZSTD_compressStream2(context, &to, &in, ZSTD_e_continue);
  ZSTD_compressStream2(context, &to, &in, ZSTD_e_end);
  ZSTD_freeCCtx(context);
  EXPECT_EQ(error_of([&] { contents(stream_of(out.substr(0, to.pos))); }),
            "test: needs more than 128 MiB to be decompressed: compress it without --long or --ultra");
}

TEST(RawInput, SaysWhatIsWrongWithAFile) {
  const TemporaryFolder folder;
  const std::string missing = (folder.path() / "none").string();
  EXPECT_EQ(error_of([&] { RawInput::of_file(missing); }), missing + ": no such file");
  EXPECT_EQ(error_of([&] { RawInput::of_file(folder.path().string()); }),
            folder.path().string() + ": is a folder: name the files in it");
}

TEST(RawInput, TakesAFileBackToAnyPlaceAndAPipeWithinItsWindow) {
  const TemporaryFolder folder;
  auto file = RawInput::of_file(folder.write("a", std::string(1 << 20, 'a') + "bc"));
  EXPECT_TRUE(file.seek((1 << 20) + 1));
  ASSERT_TRUE(file.fill(1));
  EXPECT_EQ(file.window(), "c");
  EXPECT_TRUE(file.seek(1 << 20));
  ASSERT_TRUE(file.fill(2));
  EXPECT_EQ(file.window(), "bc");
  EXPECT_FALSE(file.seek((1 << 20) + 3));

  auto pipe = RawInput::of_pipe(std::make_unique<TextSource>("abcdef", 3));
  ASSERT_TRUE(pipe.fill(4));
  pipe.consume(4);
  EXPECT_TRUE(pipe.seek(1));
  EXPECT_EQ(pipe.window(), "bcdef");
  EXPECT_FALSE(pipe.seek(7));
}

TEST(ArchiveBytes, EndWhereTheDamageIs) {
  const std::string bad = gzip_bytes("bad").replace(10, 1, "\xff");
  ArchiveBytes bytes(stream_of(gzip_bytes("good") + bad + gzip_bytes("unreached")));
  char buffer[100];
  EXPECT_EQ(bytes.read(buffer, sizeof(buffer)), 4U);
  EXPECT_FALSE(bytes.at_end());
  EXPECT_EQ(bytes.read(buffer, sizeof(buffer)), 0U);
  EXPECT_TRUE(bytes.at_end());
  EXPECT_EQ(bytes.problem(), "damaged");
}

}  // namespace
}  // namespace pith
