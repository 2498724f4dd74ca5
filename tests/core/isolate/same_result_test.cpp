// Isolation changes nothing: every fixture's page through every plugin that comes with the program, with and
// without it.

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/input/read_file.hpp"
#include "core/isolate/extraction_workers.hpp"
#include "core/isolate/page_result_codec.hpp"
#include "core/plugin/plugin_path.hpp"
#include "core/plugin/registry.hpp"
#include "pith/limits.hpp"

namespace pith {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> pages() {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::recursive_directory_iterator(PITH_FIXTURES)) {
    if (entry.path().stem() == "page") pages.push_back(entry.path());
  }
  return pages;
}

/// All of a result but how long it took.
std::string kept(PageResult result) {
  result.time = {};
  return encode_page_result(result);
}

TEST(SameResult, OfEveryFixture) {
  const Registry plugins = Registry::scan(PluginPath::of_process().folders());
  ASSERT_NE(plugins.find("generic"), nullptr);
  const auto isolated = process_extractor(plugins, {}, 1);
  const auto alone = thread_extractor(plugins, {});
  ASSERT_FALSE(pages().empty());
  for (const fs::path& path : pages()) {
    Page page;
    page.bytes = read_file(path.string(), Limits().bytes);
    const PageResult result = isolated->extract(page);
    EXPECT_EQ(kept(result), kept(alone->extract(page))) << path << ": " << result.reason;
  }
}

}  // namespace
}  // namespace pith
