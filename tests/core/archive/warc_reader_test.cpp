#include "core/archive/warc_reader.hpp"

#include <gtest/gtest.h>

#include <random>

#include "tests/core/archive/read_warc.hpp"
#include "tests/core/archive/warc_text.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/zstd_bytes.hpp"

namespace pith {
namespace {

using Texts = std::vector<std::string>;

const Texts three{warc_record("metadata", {"WARC-Target-URI: a"}, "first"),
                  warc_record("metadata", {"WARC-Target-URI: b"}, "second block\r\nof two lines"),
                  warc_record("metadata", {"WARC-Target-URI: c"}, "")};

struct Read {
  Texts targets;
  Texts blocks;
  WarcLoss loss;
  std::vector<ArchivePlace> places;
};

Read read(std::unique_ptr<ArchiveStream> stream, std::size_t keep = 1000) {
  WarcReader reader(std::move(stream), keep);
  Read all;
  while (const auto record = reader.next()) {
    all.targets.emplace_back(record->target());
    all.blocks.push_back(record->block);
    all.places.push_back(record->place);
  }
  all.loss = reader.loss();
  return all;
}

Read read(const std::string& bytes, std::size_t keep = 1000) {
  return read(stream_of(bytes), keep);
}

void expect_whole(const Read& all) {
  EXPECT_EQ(all.targets, (Texts{"a", "b", "c"}));
  EXPECT_EQ(all.blocks, (Texts{"first", "second block\r\nof two lines", ""}));
  EXPECT_EQ(all.loss.records, 0U);
  EXPECT_EQ(all.loss.bytes, 0U);
  EXPECT_FALSE(all.loss.breaks_off);
}

TEST(WarcReader, ReadsRecordsHoweverTheyAreCompressed) {
  expect_whole(read(together(three)));
  expect_whole(read(gzip_members(three)));
  expect_whole(read(gzip_bytes(together(three))));
  expect_whole(read(zstd_bytes(three[0]) + zstd_bytes(three[1]) + zstd_bytes(three[2])));
  expect_whole(read(zstd_bytes(together(three))));
  expect_whole(read(gzip_bytes(three[0]) + gzip_bytes(three[1].substr(0, 30)) +
                    gzip_bytes(three[1].substr(30) + three[2])));
}

TEST(WarcReader, ReadsWhatComesAByteAtATime) {
  expect_whole(read(stream_of(together(three), 1)));
  expect_whole(read(stream_of(gzip_members(three), 1)));
}

/// The format of Archive Team: iipc.github.io/warc-specifications/specifications/warc-zstd
TEST(WarcReader, TakesTheDictionaryFromTheFirstFrame) {
  const std::string dictionary = together(three) + "no dictionary that was trained, but one all the same";
  std::string bytes;
  for (const auto& record : three) bytes += zstd_bytes(record, dictionary);
  expect_whole(read(zstd_skippable(dictionary, 13) + bytes));
  expect_whole(read(zstd_skippable(zstd_bytes(dictionary), 13) + bytes));
  EXPECT_EQ(read(bytes).targets, Texts{}) << "without it nothing can be read";
}

TEST(WarcReader, PassesOverOtherSkippableFramesAndPadding) {
  expect_whole(read(zstd_skippable("note") + zstd_bytes(together(three)) + zstd_skippable("")));
  expect_whole(read(gzip_members(three) + std::string(512, '\0')));
}

TEST(WarcReader, ReadsLinesAsTheyAreWritten) {
  const auto all = read(
      "WARC/1.1\nwarc-type:response\nWARC-Target-URI:   <http://a/>  \nX-Folded: one\n\ttwo\n"
      "not a field\ncontent-length: 3\n\nabc\n\nWARC/0.18\r\nWARC-Type: x\r\nContent-Length: "
      "0\r\n\r\n\r\n\r\n");
  EXPECT_EQ(all.targets, (Texts{"http://a/", ""}));
  EXPECT_EQ(all.blocks, (Texts{"abc", ""}));
  EXPECT_EQ(all.loss.records, 0U);
}

TEST(WarcReader, KeepsNoMoreOfABlockThanAsked) {
  const auto all = read(warc_record("x", {}, std::string(5000, 'a') + "\r\nWARC/1.0\r\n") + three[0], 100);
  EXPECT_EQ(all.blocks, (Texts{std::string(100, 'a'), "first"}));
  EXPECT_EQ(all.loss.records, 0U);
}

TEST(WarcReader, GivesThePlacesOfRecords) {
  const auto plain = read(together(three));
  EXPECT_EQ(plain.places, (std::vector<ArchivePlace>{
                              {0, 0}, {0, three[0].size()}, {0, three[0].size() + three[1].size()}}));
  const auto members = read(gzip_members(three));
  const std::uint64_t first = gzip_bytes(three[0]).size();
  EXPECT_EQ(members.places,
            (std::vector<ArchivePlace>{{0, 0}, {first, 0}, {first + gzip_bytes(three[1]).size(), 0}}));
}

TEST(WarcReader, GoesOnBehindAnyRecord) {
  const TemporaryFolder folder;
  const std::string dictionary(300, 'd');
  for (const std::string& bytes : {together(three), gzip_members(three), gzip_bytes(together(three)),
                                   zstd_bytes(three[0] + three[1]) + zstd_bytes(three[2]),
                                   zstd_skippable(dictionary, 13) + zstd_bytes(three[0], dictionary) +
                                       zstd_bytes(three[1] + three[2], dictionary)}) {
    const std::string path = folder.write("a.warc", bytes);
    const auto all = read(stream_of_file(path));
    ASSERT_EQ(all.targets.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
      WarcReader reader(stream_of_file(path), 1000);
      ASSERT_TRUE(reader.skip_to_behind(all.places[i])) << i;
      for (std::size_t j = i + 1; j < 3; ++j) EXPECT_EQ(reader.next()->target(), all.targets[j]);
      EXPECT_FALSE(reader.next());
    }
    for (const ArchivePlace& wrong :
         {ArchivePlace{0, 3}, ArchivePlace{1, 0}, ArchivePlace{99999, 0}, ArchivePlace{0, 99999}}) {
      WarcReader reader(stream_of_file(path), 1000);
      EXPECT_FALSE(reader.skip_to_behind(wrong)) << wrong.segment << "+" << wrong.inside;
    }
  }
}

// ---- damage ------------------------------------------------------------------------------------------

TEST(WarcReader, ReadsATruncatedFileAsFarAsItGoes) {
  const std::string whole = together(three);
  for (const std::size_t cut :
       {three[0].size() + three[1].size() - 10, three[0].size() + 30, three[0].size() + 5}) {
    const auto all = read(whole.substr(0, cut));
    EXPECT_EQ(all.targets, (Texts{"a"})) << cut;
    EXPECT_EQ(all.loss.records, 1U) << cut;
    EXPECT_EQ(all.loss.bytes, cut - three[0].size()) << cut;
  }
  EXPECT_TRUE(read(whole.substr(0, whole.size() - three[2].size() - 10)).loss.breaks_off);
}

TEST(WarcReader, ReadsTruncatedCompressedFilesAsFarAsTheyGo) {
  const std::string gzip = gzip_members(three);
  const std::size_t second = gzip_bytes(three[0]).size();
  auto all = read(gzip.substr(0, second + 40));
  EXPECT_EQ(all.targets, (Texts{"a"}));
  EXPECT_EQ(all.loss.records, 1U);
  EXPECT_EQ(all.loss.bytes, 40U);
  EXPECT_TRUE(all.loss.breaks_off);

  const std::string zstd = zstd_bytes(three[0]) + zstd_bytes(three[1]);
  all = read(zstd.substr(0, zstd.size() - 20));
  EXPECT_EQ(all.targets, (Texts{"a"}));
  EXPECT_EQ(all.loss.records, 1U);
  EXPECT_TRUE(all.loss.breaks_off);
}

/// Of a file that is compressed in one piece only the bytes of its contents can be counted.
TEST(WarcReader, ReadsAFileInOnePieceAsFarAsItGoes) {
  std::string noise;
  std::mt19937 random(1);
  while (noise.size() < 200000) noise += static_cast<char>('a' + random() % 26);
  const std::string gzip = gzip_bytes(three[0] + warc_record("x", {}, noise));
  const auto all = read(gzip.substr(0, gzip.size() / 2));
  EXPECT_EQ(all.targets, (Texts{"a"}));
  EXPECT_EQ(all.loss.records, 1U);
  EXPECT_GT(all.loss.bytes, 50000U);
  EXPECT_LT(all.loss.bytes, 150000U);
  EXPECT_TRUE(all.loss.breaks_off);
}

TEST(WarcReader, KeepsARecordThatOnlyMissesTheEndOfItsMember) {
  const std::string gzip = gzip_members(three);
  const auto all = read(gzip.substr(0, gzip.size() - 4));
  EXPECT_EQ(all.targets, (Texts{"a", "b", "c"}));
  EXPECT_EQ(all.loss.records, 0U);
  EXPECT_TRUE(all.loss.breaks_off);
}

TEST(WarcReader, LosesOnlyTheDamagedMember) {
  const std::string second = gzip_bytes(three[1]);
  for (std::size_t at = 0; at < second.size(); ++at) {
    // Not the time, the operating system and the level, which nobody reads.
    if (at >= 4 && at < 10) continue;
    std::string bad = second;
    bad[at] = static_cast<char>(bad[at] ^ 0x55);
    const auto all = read(gzip_bytes(three[0]) + bad + gzip_bytes(three[2]));
    EXPECT_EQ(all.targets, (Texts{"a", "c"})) << at;
    EXPECT_EQ(all.loss.records, 1U) << at;
    EXPECT_EQ(all.loss.bytes, second.size()) << at;
    EXPECT_FALSE(all.loss.breaks_off) << at;
  }
}

TEST(WarcReader, LosesOnlyTheDamagedFrame) {
  const std::string second = zstd_bytes(three[1]);
  for (std::size_t at = 0; at < second.size(); ++at) {
    std::string bad = second;
    bad[at] = static_cast<char>(bad[at] ^ 0x55);
    const auto all = read(zstd_bytes(three[0]) + bad + zstd_bytes(three[2]));
    EXPECT_EQ(all.targets, (Texts{"a", "c"})) << at;
    EXPECT_EQ(all.loss.records, 1U) << at;
  }
}

/// Whatever bytes are wrong, a record that comes out of compressed data is one that went in.
TEST(WarcReader, InventsNothing) {
  std::mt19937 random(4);
  std::vector<std::string> records;
  for (int i = 0; i < 20; ++i)
    records.push_back(warc_record("x", {"WARC-Target-URI: " + std::to_string(i)},
                                  std::string(static_cast<std::size_t>(i) * 37, 'b')));
  std::string frames;
  for (const auto& record : records) frames += zstd_bytes(record);
  for (const std::string& whole : {gzip_members(records), frames}) {
    for (int round = 0; round < 300; ++round) {
      std::string bad = whole;
      for (int i = 0; i < 4; ++i) bad[4 + random() % (bad.size() - 4)] = static_cast<char>(random());
      if (round % 3 == 0) bad.resize(random() % bad.size());
      const auto all = read(bad);
      for (std::size_t i = 0; i < all.targets.size(); ++i)
        EXPECT_EQ(all.blocks[i], std::string(std::stoul(all.targets[i]) * 37, 'b')) << round;
    }
  }
}

TEST(WarcReader, FindsTheNextRecordBehindGarbage) {
  const auto all = read(three[0] + "garbage\nmore of it\r\n\r\n" + three[1] + "xx" + three[2] + three[2]);
  EXPECT_EQ(all.targets, (Texts{"a", "b", "c"})) << "the first c does not begin a line";
  EXPECT_EQ(all.loss.records, 2U);
  const auto lines = read("garbage\r\n" + three[0] + three[1]);
  EXPECT_EQ(lines.targets, (Texts{"a", "b"}));
  EXPECT_EQ(lines.loss.records, 1U);
  EXPECT_EQ(lines.loss.bytes, 9U);
}

TEST(WarcReader, FindsTheNextRecordBehindAWrongLength) {
  for (const char* wrong : {"Content-Length: 3\r\n", "Content-Length: 90\r\n", "Content-Length: 99999\r\n",
                            "Content-Length: -1\r\n", "Content-Length: 12 bytes\r\n",
                            "Content-Length: 99999999999999999999999\r\n", ""}) {
    const std::string bad =
        std::string("WARC/1.0\r\nWARC-Type: x\r\n") + wrong + "\r\nblock of the wrong length\r\n\r\n";
    for (const bool compressed : {false, true}) {
      const Texts records{three[0], bad, three[1], three[2]};
      const auto all = read(compressed ? gzip_members(records) : together(records), 200000);
      EXPECT_EQ(all.targets, (Texts{"a", "b", "c"})) << wrong << compressed;
      EXPECT_EQ(all.loss.records, 1U) << wrong << compressed;
    }
  }
}

TEST(WarcReader, ReadsNoHeaderWithoutAnEnd) {
  const auto all = read("WARC/1.0\r\nX: " + std::string(200000, 'a') + "\r\n" + three[0]);
  EXPECT_EQ(all.targets, (Texts{"a"}));
  EXPECT_EQ(all.loss.records, 1U);
}

TEST(WarcReader, SaysThatNothingIsARecord) {
  for (const std::string& bytes :
       {std::string("<html>\n<p>no archive\n"), std::string(), std::string(3000, '\0')}) {
    WarcReader reader(stream_of(bytes), 100);
    EXPECT_FALSE(reader.next());
    EXPECT_FALSE(reader.any());
  }
}

/// Every record's length leads to the end of the file, and every gzip member breaks behind it: reading all of
/// it again for each would take hours.
TEST(WarcReader, TakesLinearTimeWhateverIsWrong) {
  std::string records;
  for (int i = 0; i < 40000; ++i) records += "WARC/1.0\r\nWARC-Type: x\r\nContent-Length: 9999999\r\n\r\n";
  EXPECT_EQ(read(records, 16 << 20).loss.records, 40000U);

  std::string members;
  const std::string head = gzip_bytes("").substr(0, 10);
  // Stored blocks (RFC 1951, section 3.2.4) of 65535 bytes, in each of which the next member begins.
  while (members.size() < 8U << 20) members += head + std::string("\x00\xff\xff\x00\x00", 5);
  const TemporaryFolder folder;
  EXPECT_EQ(read(stream_of_file(folder.write("a.gz", members))).targets, Texts{});
}

}  // namespace
}  // namespace pith
