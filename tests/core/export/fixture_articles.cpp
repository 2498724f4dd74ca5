#include "tests/core/export/fixture_articles.hpp"

#include "core/extract/page_extraction.hpp"
#include "core/fixture/fixture.hpp"
#include "core/fixture/fixture_case.hpp"
#include "core/plugin/plugin_path.hpp"
#include "core/plugin/registry.hpp"
#include "tests/core/export/stored_articles.hpp"

namespace pith::test {

const std::vector<StoredArticle>& fixture_articles() {
  static const std::vector<StoredArticle> articles = [] {
    const Registry plugins = Registry::scan(PluginPath::of_process().folders());
    std::vector<StoredArticle> all;
    for (const Fixture& fixture : find_fixtures(PITH_FIXTURES)) {
      const FixtureCase page = load_case(fixture);
      PageExtractionOptions options;
      options.plugin = page.plugin;
      const Extraction extraction = extract_page(page.page, plugins, options).extraction;
      std::uint32_t ordinal = 0;
      for (const Article& article : extraction.articles) {
        all.push_back(stored(article, page.page.url));
        all.back().page_key = fixture.name;
        all.back().ordinal = ordinal++;
        all.back().plugin = extraction.plugin;
        all.back().status = extraction.status;
      }
    }
    return all;
  }();
  return articles;
}

}  // namespace pith::test
