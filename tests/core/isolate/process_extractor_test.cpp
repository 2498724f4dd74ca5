// A page that does its worst costs itself and nothing else.

#include <array>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/isolate/extraction_workers.hpp"
#include "core/isolate/instrumented.hpp"
#include "core/isolate/page_result_codec.hpp"
#include "pith/error.hpp"
#include "tests/core/isolate/nasty_plugin.hpp"
#include "tests/support/error_of.hpp"

namespace pith {
namespace {

using test::limits_of_test;
using test::nasty_registry;
using test::one_worker;
using test::page_of;
using std::chrono_literals::operator""ms;

/// The reason for which the page fails, and that pages before and after it do not.
std::string reason_of(PageExtractor& extractor, const std::string& deed) {
  EXPECT_EQ(extractor.extract(page_of("before")).status, Status::ok);
  const PageResult result = extractor.extract(page_of(deed));
  EXPECT_EQ(result.status, Status::failed) << deed;
  EXPECT_TRUE(result.articles.empty());
  const PageResult after = extractor.extract(page_of("after"));
  EXPECT_EQ(after.status, Status::ok) << deed << ": " << after.reason;
  EXPECT_EQ(extractor.problem(), "");
  return result.reason;
}

std::string reason_of(const std::string& deed) {
  return reason_of(*one_worker(), deed);
}

TEST(ProcessExtractor, GivesWhatThePluginFound) {
  const auto extractor = one_worker();
  const PageResult result = extractor->extract(page_of("a page"));
  EXPECT_EQ(result.status, Status::ok);
  EXPECT_EQ(result.plugin, "nasty");
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles.front().title, "a page");
}

TEST(ProcessExtractor, AllOfThePageArrives) {
  const Registry registry = nasty_registry();
  const auto isolated = process_extractor(registry, {}, 1, limits_of_test());
  Page page = page_of(std::string(5'000'000, 'x'));
  page.url = "https://example.com/a";
  page.final_url = "https://example.com/b";
  page.status = 200;
  page.headers = {{"Content-Type", "text/html; charset=utf-8"}, {"X", ""}};
  const PageResult result = isolated->extract(page);
  ASSERT_EQ(result.articles.size(), 1U) << result.reason;
  EXPECT_EQ(result.articles.front().title, page.bytes);
}

TEST(ProcessExtractor, ACrashIsNamedByItsSignal) {
  EXPECT_EQ(reason_of("segv"), "the plugin `nasty` crashed (SIGSEGV)");
  EXPECT_EQ(reason_of("abort"), "the plugin `nasty` crashed (SIGABRT)");
}

TEST(ProcessExtractor, ThePluginThatCrashedIsThatOfTheResult) {
  const auto extractor = one_worker();
  EXPECT_EQ(extractor->extract(page_of("segv")).plugin, "nasty");
}

/// A worker that was taken over can say what it likes; it goes into the store and to a terminal.
TEST(ProcessExtractor, ANameThatIsNoneIsNotBelieved) {
  EXPECT_EQ(reason_of("misname"), "what the worker process gave is no result: it is of another kind");
  EXPECT_EQ(reason_of("names"), "what the worker process gave is no result: it is of another kind");
}

TEST(ProcessExtractor, ARecursionWithoutEndIsACrash) {
  if (is_instrumented) GTEST_SKIP() << "NOT TESTED: sanitizers change what a stack is";
  EXPECT_EQ(reason_of("stack"), "the plugin `nasty` crashed (SIGSEGV)");
}

TEST(ProcessExtractor, APluginThatThrowsKeepsItsProcess) {
  EXPECT_EQ(reason_of("throw"), "plugin 'nasty' threw: index 7 of 3");
}

TEST(ProcessExtractor, APluginThatEndsItsProcess) {
  EXPECT_EQ(reason_of("exit"), "the plugin `nasty` ended its process (exit status 3)");
}

TEST(ProcessExtractor, APluginThatHangsIsStopped) {
  IsolationLimits limits = limits_of_test();
  limits.time = 300ms;
  const auto extractor = one_worker(limits);
  for (const std::string deed : {"loop", "stall"}) {
    const PageResult result = extractor->extract(page_of(deed));
    EXPECT_EQ(result.status, Status::failed);
    EXPECT_EQ(result.reason, "the plugin `nasty` gave no result within 300 ms") << deed;
  }
}

TEST(ProcessExtractor, MemoryHasALimit) {
  if (is_instrumented)
    GTEST_SKIP() << "NOT TESTED: sanitizers reserve all address space, so memory has no limit";
  EXPECT_EQ(reason_of("memory"), "the plugin `nasty`: more memory than 256 MiB");
}

TEST(ProcessExtractor, APluginThatCanDoWithoutTheMemoryGivesItsResult) {
  if (is_instrumented)
    GTEST_SKIP() << "NOT TESTED: sanitizers reserve all address space, so memory has no limit";
  const auto extractor = one_worker();
  EXPECT_EQ(extractor->extract(page_of("swallow")).status, Status::ok);
  EXPECT_EQ(extractor->extract(page_of("after")).status, Status::ok);
}

TEST(ProcessExtractor, APageBeyondTheMemoryFails) {
  if (is_instrumented)
    GTEST_SKIP() << "NOT TESTED: sanitizers reserve all address space, so memory has no limit";
  IsolationLimits limits = limits_of_test();
  limits.memory = std::size_t{32} << 20;
  const auto extractor = one_worker(limits);
  const PageResult result = extractor->extract(page_of(std::string(std::size_t{64} << 20, 'x')));
  EXPECT_EQ(result.status, Status::failed);
  EXPECT_EQ(result.reason, "more memory than 32 MiB");
  EXPECT_EQ(extractor->extract(page_of("after")).status, Status::ok);
}

/// What a deed needs, and the system call that it must not make.
class Forbidden : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(Forbidden, IsNotDoneAndNamed) {
  const auto [deed, call] = GetParam();
  EXPECT_EQ(reason_of(deed),
            "the plugin `nasty` made a system call that isolation forbids: " + std::string(call));
}

INSTANTIATE_TEST_SUITE_P(ProcessExtractor, Forbidden,
                         testing::Values(std::pair("socket", "socket"), std::pair("open", "openat"),
                                         std::pair("create", "openat"), std::pair("fork", "clone"),
                                         std::pair("exec", "execve"), std::pair("kill", "kill"),
                                         std::pair("ptrace", "ptrace"), std::pair("code", "mmap"),
                                         std::pair("limits", "prlimit64"),
                                         std::pair("handler", "rt_sigaction")),
                         [](const auto& test) { return std::string(test.param.first); });

TEST(ProcessExtractor, AForbiddenCallEndsAProcessThatDoesNotListenToSignals) {
  EXPECT_EQ(reason_of("block"), "the plugin `nasty` made a system call that isolation forbids");
}

/// Which call is the first forbidden one on the way to a thread is up to the C library.
TEST(ProcessExtractor, StartsNoThread) {
  EXPECT_TRUE(
      reason_of("thread").starts_with("the plugin `nasty` made a system call that isolation forbids"));
}

TEST(ProcessExtractor, WritesNoFile) {
  reason_of("create");
  EXPECT_FALSE(std::filesystem::exists("written_by_a_nasty_plugin"));
}

TEST(ProcessExtractor, WhatWorkingInMemoryNeedsIsAllowed) {
  const auto extractor = one_worker();
  EXPECT_EQ(extractor->extract(page_of("allowed")).reason, "");
}

TEST(ProcessExtractor, AWorkerThatGivesNoResultIsNotBelieved) {
  EXPECT_EQ(reason_of("garbage"), "what the worker process gave is no result: it begins wrongly");
  EXPECT_EQ(reason_of("huge"), "what the worker process gave is no result: it announces 1099511627776 bytes");
  EXPECT_EQ(reason_of("broken"), "what the worker process gave is no result: an unknown status");
  EXPECT_EQ(reason_of("half"), "the plugin `nasty` ended its process (exit status 0)");
}

TEST(ProcessExtractor, AWorkerThatShutsItsSocketAndLivesOnIsEnded) {
  EXPECT_EQ(reason_of("shut"),
            "the worker process with the plugin `nasty` was killed (SIGKILL), perhaps for want of memory");
}

TEST(ProcessExtractor, AProcessIsReplacedAfterItsShareOfPages) {
  IsolationLimits limits = limits_of_test();
  limits.pages = 2;
  const auto extractor = one_worker(limits);
  for (int i = 0; i < 7; ++i) EXPECT_EQ(extractor->extract(page_of("a page")).status, Status::ok);
}

TEST(ProcessExtractor, ManyThreadsShareAFewWorkers) {
  const Registry registry = nasty_registry();
  const auto extractor = process_extractor(registry, {}, 2, limits_of_test());
  const std::array deeds = {"segv", "fine", "exit", "also fine"};
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (std::size_t page = 0; page < 20; ++page) {
        const Status expected = page % 2 == 0 ? Status::failed : Status::ok;
        if (extractor->extract(page_of(deeds.at(page % deeds.size()))).status != expected) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

TEST(ProcessExtractor, RefusesToForkBesideThreads) {
  if (is_instrumented) GTEST_SKIP() << "NOT TESTED: the thread sanitizer has a thread of its own";
  std::atomic<bool> end = false;
  std::thread other([&end] {
    while (!end) std::this_thread::sleep_for(1ms);
  });
  EXPECT_EQ(error_of([] { one_worker(); }), "worker processes must be made before any thread is started");
  end = true;
  other.join();
}

TEST(ProcessExtractor, APluginThatIsAskedForMustBeThere) {
  const Registry registry = nasty_registry();
  PageExtractionOptions options;
  options.plugin = "nastie";
  EXPECT_THROW(process_extractor(registry, options, 1), Error);
  EXPECT_THROW(thread_extractor(registry, options), Error);
}

TEST(ThreadExtractor, GivesTheSame) {
  const Registry registry = nasty_registry();
  const auto isolated = process_extractor(registry, {}, 1, limits_of_test());
  const auto alone = thread_extractor(registry, {});
  for (const std::string text : {"a page", "throw", ""}) {
    PageResult one = isolated->extract(page_of(text));
    PageResult other = alone->extract(page_of(text));
    one.time = other.time = 0ms;
    EXPECT_EQ(encode_page_result(one), encode_page_result(other)) << text;
  }
}

}  // namespace
}  // namespace pith
