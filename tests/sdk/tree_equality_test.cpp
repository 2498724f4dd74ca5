#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
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

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t usual_step = 12;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr std::size_t usual_step = 12;
#else
constexpr std::size_t usual_step = 1;
#endif
#else
constexpr std::size_t usual_step = 1;
#endif

/// Every how many-th page is read: every one, but under sanitizers, which take ten times as long, only some.
/// PITH_CORPORA_STEP says otherwise.
std::size_t step() {
  const char* const set = std::getenv("PITH_CORPORA_STEP");
  return set == nullptr ? usual_step : std::max(1UL, std::strtoul(set, nullptr, 10));
}

std::vector<fs::path> pages_of_corpora() {
  std::vector<fs::path> pages;
  std::error_code absent;
  for (fs::recursive_directory_iterator it(corpora(), absent), end; !absent && it != end;
       it.increment(absent)) {
    if (it->path().extension() == ".gz") pages.push_back(it->path());
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}

// What is withheld must never change the tree: HTML standard, section 13.2.5, on real pages.
TEST(TreeEquality, WithholdingChangesNoTreeOfTheCorpora) {
  const std::vector<fs::path> pages = pages_of_corpora();
  if (pages.empty()) GTEST_SKIP() << "no corpora at " << corpora() << "; set PITH_CORPORA";
  std::size_t compared = 0;
  for (std::size_t i = 0; i < pages.size(); i += step()) {
    const std::string html = read_gzip(pages[i]);
    const Document document = Document::parse(html);
    EXPECT_EQ(difference_to_plain_parse(document, document.utf8()), "") << pages[i];
    EXPECT_EQ(broken_invariant(document), "") << pages[i];
    for (const Notice& notice : document.notices())
      EXPECT_NE(notice.kind, Notice::Kind::limit) << notice.text;
    ++compared;
  }
  RecordProperty("pages", static_cast<int>(compared));
  if (step() > 1)
    std::printf("*** NOT ALL PAGES: only every %zuth is read (PITH_CORPORA_STEP=1: all)\n", step());
  std::printf("%zu of %zu pages of the corpora compared\n", compared, pages.size());
}

}  // namespace
}  // namespace pith
