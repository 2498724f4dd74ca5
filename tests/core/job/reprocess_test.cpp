#include "core/job/reprocess.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/core/job/held_extractor.hpp"
#include "tests/core/store/outcomes.hpp"
#include "tests/support/temporary_folder.hpp"

namespace pith {
namespace {

class Reprocess : public testing::Test {
 protected:
  /// A page that was kept as it came.
  void keep(int number, const std::string& bytes) {
    const std::string url = "https://a.example/" + std::to_string(number);
    PageOutcome outcome = local_page(url, "Old " + std::to_string(number));
    Page page;
    page.url = url;
    page.bytes = bytes;
    outcome.raw = std::make_shared<const Page>(page);
    write_one(*store_, outcome);
  }
  ReprocessResult run(PageExtractor& extractor, const std::function<bool()>& stop) {
    ReprocessOptions options;
    options.workers = 2;
    JobLog log({}, [](const std::string&) {});
    return reprocess(*store_, {}, extractor, options, log, stop, [](const ReprocessResult&) {});
  }

  TemporaryFolder folder_;
  std::unique_ptr<Store> store_ = open_store((folder_.path() / "a.db").string(), StoreUse::run);
};

TEST_F(Reprocess, ASlowPageHoldsUpNoneBehindIt) {
  keep(0, "slow");
  for (int i = 1; i < 600; ++i) keep(i, i == 300 ? "bad" : "new");
  write_one(*store_, local_page("https://a.example/none", "Not kept"));
  // Three rounds of two workers: where each waits for its slowest, they are never done.
  HeldExtractor extractor(6);
  const ReprocessResult result = run(extractor, [] { return false; });
  EXPECT_FALSE(extractor.was_waited_for());
  EXPECT_EQ(result.pages, 600U);
  EXPECT_EQ(result.failed, 1U);
  EXPECT_EQ(result.without_bytes, 1U);
  EXPECT_FALSE(result.stopped);
  int renewed = 0;
  for (const auto& title : titles_of(*store_)) renewed += title == "new" || title == "slow" ? 1 : 0;
  EXPECT_EQ(renewed, 599);
}

/// Two pages whose one article had the same canonical URL, and by what is read now has two.
TEST_F(Reprocess, APageThatWasSetAsideIsReadAgain) {
  for (int i = 1; i <= 2; ++i) {
    const std::string url = "https://a.example/" + std::to_string(i);
    PageOutcome outcome = local_page(url, "Old");
    outcome.result = result_of({article_at("https://a.example/one", "Old")});
    auto raw = std::make_shared<Page>();
    raw->url = url;
    raw->bytes = "new " + std::to_string(i);
    outcome.raw = std::move(raw);
    write_one(*store_, outcome);
  }
  ASSERT_EQ(titles_of(*store_).size(), 1U);
  HeldExtractor extractor(0);
  const ReprocessResult result = run(extractor, [] { return false; });
  EXPECT_EQ(result.pages, 2U);
  EXPECT_EQ(titles_of(*store_), (std::vector<std::string>{"new 1", "new 2"}));
  EXPECT_EQ(states_of(*store_),
            (std::vector<std::string>{"https://a.example/1: done", "https://a.example/2: done"}));
}

TEST_F(Reprocess, WhatIsUnderWayIsWrittenWhenItIsStopped) {
  for (int i = 0; i < 100; ++i) keep(i, "new");
  HeldExtractor extractor(0);
  int asked = 0;
  const ReprocessResult result = run(extractor, [&asked] { return ++asked > 5; });
  EXPECT_TRUE(result.stopped);
  EXPECT_EQ(result.pages, 5U);
  int renewed = 0;
  for (const auto& title : titles_of(*store_)) renewed += title == "new" ? 1 : 0;
  EXPECT_EQ(renewed, 5);
}

}  // namespace
}  // namespace pith
