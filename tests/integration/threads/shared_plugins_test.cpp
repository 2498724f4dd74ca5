// One registry and one instance of every plugin serve all threads (registry.hpp, extractor.hpp): the bundled
// pages, extracted by several threads at once, give what they give one after the other.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "at_once.hpp"
#include "core/batch/batch_worker.hpp"
#include "core/batch/ordered_work.hpp"
#include "core/extract/page_extraction.hpp"
#include "core/fixture/fixture.hpp"
#include "core/fixture/fixture_case.hpp"
#include "core/plugin/plugin_path.hpp"
#include "core/plugin/registry.hpp"
#include "core/render/json.hpp"

namespace pith {
namespace {

constexpr std::size_t workers = 4;

/// Nothing is loaded by this: the first thread that wants a plugin loads it.
Registry bundled_plugins() {
  return Registry::scan(PluginPath::of_process().folders(), {Probe::none});
}

std::vector<Page> bundled_pages() {
  std::vector<Page> pages;
  for (const Fixture& fixture : find_fixtures(PITH_FIXTURES)) pages.push_back(load_case(fixture).page);
  return pages;
}

std::string extracted(const Page& page, const Registry& registry) {
  JsonOptions options;
  options.explain = true;
  return render_json(extract_page(page, registry).extraction, options);
}

TEST(Threads, ShareEveryPluginFromItsFirstUseOn) {
  const std::vector<Page> pages = bundled_pages();
  ASSERT_GT(pages.size(), 20U);
  const Registry registry = bundled_plugins();
  std::vector<std::vector<std::string>> results(workers, std::vector<std::string>(pages.size()));
  at_once(workers, [&](std::size_t worker) {
    // The first two go the same way, so that they are at the same plugin; the others come from elsewhere.
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const std::size_t page = (i + worker / 2 * (pages.size() / 2)) % pages.size();
      results[worker][page] = extracted(pages[page], registry);
    }
  });
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string alone = extracted(pages[i], registry);
    EXPECT_EQ(alone.find("\"status\":\"failed\""), std::string::npos) << alone;
    for (const auto& result : results) EXPECT_EQ(result[i], alone);
  }
}

TEST(Threads, AskForAPluginByNameWhileOthersLoadIt) {
  const Registry registry = bundled_plugins();
  ASSERT_NE(registry.find("generic"), nullptr);
  std::vector<const Extractor*> extractors(workers);
  at_once(workers, [&](std::size_t i) { extractors[i] = &registry.get("generic").extractor(); });
  EXPECT_EQ(std::count(extractors.begin(), extractors.end(), extractors.front()), workers);
}

TEST(Threads, WorkOnABatchAndWriteItInOrder) {
  const Registry registry = bundled_plugins();
  const BatchWorker worker(registry, {}, true);
  constexpr std::uint64_t last = 60;
  std::uint64_t next = 0;
  std::vector<std::string> written;
  OrderedWork(workers).run(
      [&]() -> std::optional<BatchItem> {
        if (next == last) return std::nullopt;
        ++next;
        // Every seventh line is broken, and must fail in its place.
        const std::string page = next % 7 == 0 ? "\"html\": \"" : R"("html": "<h1>Ferry</h1><p>It runs.")";
        return InputLine{"{\"id\": " + std::to_string(next) + ", " + page + "}", next, false};
      },
      [&](const BatchItem& item) { return worker.work(item); },
      [&](const OutputLine& line) {
        written.push_back(line.text);
        return true;
      });
  ASSERT_EQ(written.size(), last);
  for (std::uint64_t i = 1; i <= last; ++i) {
    const std::string& line = written[i - 1];
    EXPECT_NE(line.find("\"id\":" + std::to_string(i) + ","), std::string::npos) << line;
    EXPECT_EQ(line.find("\"status\":\"failed\"") != std::string::npos, i % 7 == 0) << line;
  }
}

}  // namespace
}  // namespace pith
