// How long the whole way of a page takes, from bytes to JSON, beside bare Gumbo with malloc, over real pages
// on one thread:
//
//   extract_benchmark [FOLDER [ROUNDS]]

#include <cstdio>
#include <string>

#include "contest.hpp"
#include "core/extract/page_extraction.hpp"
#include "core/plugin/registry.hpp"
#include "core/render/json.hpp"
#include "pith/document.hpp"

namespace {

const pith::Registry& plugins() {
  static const pith::Registry registry = pith::Registry::scan(pith::PluginPath::of_process().folders());
  return registry;
}

pith::Page page_of(const std::string& bytes) {
  pith::Page page;
  page.bytes = bytes;
  return page;
}

void document(const std::string& bytes) {
  pith::Document::from(page_of(bytes));
}

/// The plugin is chosen as for any page; of real pages nearly all are the generic one's.
void extract(const std::string& bytes) {
  pith::extract_page(page_of(bytes), plugins());
}

void extract_to_json(const std::string& bytes) {
  pith::JsonOptions options;
  options.explain = true;
  pith::render_json(pith::extract_page(page_of(bytes), plugins()).extraction, options);
}

}  // namespace

int main(int argc, char** argv) {
  if (plugins().find("generic") == nullptr) {
    std::fprintf(stderr, "%s: no plugins beside the program\n", argv[0]);
    return 3;
  }
  return pith::benchmark::run_contest(argc, argv,
                                      {{"bare Gumbo, malloc", pith::benchmark::bare_gumbo, {}},
                                       {"page to Document", document, {}},
                                       {"extract", extract, {}},
                                       {"extract, explained, to JSON", extract_to_json, {}}});
}
