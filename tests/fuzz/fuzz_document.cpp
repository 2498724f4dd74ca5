// Parses anything as HTML and as XML: no crash, the table's rules kept, and, where no limit was reached,
// the tree of a parse that withholds nothing.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "pith/document.hpp"
#include "tree_comparison.hpp"

namespace {

void must_be_empty(const std::string& complaint) {
  if (complaint.empty()) return;
  std::fprintf(stderr, "%s\n", complaint.c_str());
  std::abort();
}

bool reached_a_limit(const pith::Document& document) {
  for (const pith::Notice& notice : document.notices()) {
    if (notice.kind == pith::Notice::Kind::limit) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const pith::Document html = pith::Document::parse(std::string(bytes));
  must_be_empty(pith::broken_invariant(html));
  if (!reached_a_limit(html)) must_be_empty(pith::difference_to_plain_parse(html, html.utf8()));
  html.root().text();

  const pith::Document xml = pith::Document::parse_xml(std::string(bytes));
  must_be_empty(pith::broken_invariant(xml));

  pith::Page page;
  page.bytes = std::string(bytes);
  pith::Document::from(page).root().text_content();
  return 0;
}
