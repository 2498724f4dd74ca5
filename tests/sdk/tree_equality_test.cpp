#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "gzip_file.hpp"
#include "pith/document.hpp"
#include "tree_comparison.hpp"

namespace pith {
namespace {

namespace fs = std::filesystem;

fs::path corpora() {
  if (const char* const set = std::getenv("PITH_CORPORA")) return set;
  return fs::path(PITH_SOURCE_DIR) / ".." / "shared" / "corpora";
}

// What is withheld must never change the tree: HTML standard, section 13.2.5, on real pages.
TEST(TreeEquality, WithholdingChangesNoTreeOfTheCorpora) {
  std::error_code absent;
  std::size_t pages = 0;
  for (fs::recursive_directory_iterator it(corpora(), absent), end; !absent && it != end;
       it.increment(absent)) {
    if (it->path().extension() != ".gz") continue;
    const std::string html = read_gzip(it->path());
    const Document document = Document::parse(html);
    EXPECT_EQ(difference_to_plain_parse(document, document.utf8()), "") << it->path();
    EXPECT_EQ(broken_invariant(document), "") << it->path();
    for (const Notice& notice : document.notices())
      EXPECT_NE(notice.kind, Notice::Kind::limit) << notice.text;
    ++pages;
  }
  if (pages == 0) GTEST_SKIP() << "no corpora at " << corpora() << "; set PITH_CORPORA";
  RecordProperty("pages", static_cast<int>(pages));
}

}  // namespace
}  // namespace pith
