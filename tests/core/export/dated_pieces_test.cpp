#include "core/export/dated_pieces.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/error_of.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

TEST(DatedPieces, ComeOutTheNewestFirstAndEqualOnesAsTheyCame) {
  DatedPieces pieces("");
  pieces.add(3, "c", "third");
  pieces.add(DatedPieces::undated, "", "no date");
  pieces.add(7, "a", "");
  pieces.add(3, "d", "again");
  pieces.add(-5, "e", "before 1970");
  pieces.sort();
  std::vector<std::string> all;
  for (std::size_t at = 0; at < pieces.size(); ++at) all.push_back(pieces.head(at) + ":" + pieces.body(at));
  EXPECT_EQ(all, (std::vector<std::string>{"a:", "c:third", "d:again", "e:before 1970", ":no date"}));
  EXPECT_EQ(pieces.key(0), 7);
}

TEST(DatedPieces, ManyBytesComeBackAsTheyWere) {
  const TemporaryFolder folder;
  DatedPieces pieces((folder.path() / "out").string());
  for (int number = 0; number < 500; ++number) {
    pieces.add(number, std::to_string(number), std::string(1000, static_cast<char>('a' + number % 26)));
  }
  pieces.sort();
  ASSERT_EQ(pieces.size(), 500U);
  for (std::size_t at = 0; at < 500; ++at) {
    const int number = 499 - static_cast<int>(at);
    EXPECT_EQ(pieces.head(at), std::to_string(number));
    EXPECT_EQ(pieces.body(at), std::string(1000, static_cast<char>('a' + number % 26)));
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "the file has no name";
}

TEST(DatedPieces, WithoutAFolderThereIsAnError) {
  const TemporaryFolder folder;
  const std::string nowhere = folder.path() / "nowhere";
  EXPECT_EQ(
      error_of([&] { DatedPieces pieces(nowhere + "/out"); }),
      nowhere + "/out: no temporary file for it can be made in '" + nowhere + "': No such file or directory");
}

}  // namespace
}  // namespace pith
