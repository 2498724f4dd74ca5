// Reads anything as a WARC file, plain, gzip or Zstandard, with its pages' own compression. It comes to an
// end, no page is larger than allowed, and every page and loss is counted.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "core/archive/archive_stream.hpp"
#include "core/archive/warc_pages.hpp"
#include "pith/error.hpp"
#include "tests/support/text_source.hpp"

namespace {

/// Small, so that it is reached.
constexpr std::size_t largest_page = 4'096;

void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void read(pith::WarcPages& pages) {
  std::uint64_t found = 0;
  std::uint64_t without_page = 0;
  while (const auto page = pages.next()) {
    page->error.empty() ? ++found : ++without_page;
    must(page->page.bytes.size() <= largest_page + 1, "a page is larger than allowed");
  }
  must(found == pages.counts().pages, "another number of pages than was counted");
  must(without_page == pages.counts().unreadable, "another number of unreadable records than was counted");
  must(pages.lost() >= without_page, "fewer lost than unreadable");
  pages.problem();
  pages.counts().text();
  pages.counts().damage();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pith::Limits limits;
  limits.bytes = largest_page;
  auto source =
      std::make_unique<pith::TextSource>(std::string(reinterpret_cast<const char*>(data), size), 1'000);
  try {
    pith::WarcPages pages(pith::open_archive_stream(pith::RawInput::of_pipe(std::move(source)), "input"),
                          limits);
    read(pages);
  } catch (const pith::Error&) {
    // a dictionary or a window that is refused
  }
  return 0;
}
