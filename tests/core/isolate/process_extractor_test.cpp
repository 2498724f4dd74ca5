// A page that does its worst costs itself and nothing else.

#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
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

using test::nasty_registry;
using test::page_of;
using std::chrono_literals::operator""ms;

IsolationLimits limits_of_test() {
  IsolationLimits limits;
  limits.time = is_instrumented ? 60'000ms : 20'000ms;
  limits.memory = std::size_t{256} << 20;
  return limits;
}

/// One worker, so that the next page meets what the last one has left.
std::unique_ptr<PageExtractor> one_worker(const IsolationLimits& limits = limits_of_test()) {
  const Registry registry = nasty_registry();
  return process_extractor(registry, {}, 1, limits);
}

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
  EXPECT_EQ(reason_of("segv"), "the plugin crashed (SIGSEGV)");
  EXPECT_EQ(reason_of("abort"), "the plugin crashed (SIGABRT)");
}

TEST(ProcessExtractor, ARecursionWithoutEndIsACrash) {
  if (is_instrumented) GTEST_SKIP() << "NOT TESTED: sanitizers change what a stack is";
  EXPECT_EQ(reason_of("stack"), "the plugin crashed (SIGSEGV)");
}

TEST(ProcessExtractor, APluginThatThrowsKeepsItsProcess) {
  EXPECT_EQ(reason_of("throw"), "plugin 'nasty' threw: index 7 of 3");
}

TEST(ProcessExtractor, APluginThatEndsItsProcess) {
  EXPECT_EQ(reason_of("exit"), "the plugin ended its process (exit status 3)");
}

TEST(ProcessExtractor, APluginThatHangsIsStopped) {
  IsolationLimits limits = limits_of_test();
  limits.time = 300ms;
  const auto extractor = one_worker(limits);
  for (const std::string deed : {"loop", "stall"}) {
    const PageResult result = extractor->extract(page_of(deed));
    EXPECT_EQ(result.status, Status::failed);
    EXPECT_EQ(result.reason, "no result within 300 ms") << deed;
  }
}

TEST(ProcessExtractor, MemoryHasALimit) {
  if (is_instrumented)
    GTEST_SKIP() << "NOT TESTED: sanitizers reserve all address space, so memory has no limit";
  EXPECT_EQ(reason_of("memory"), "more memory than 256 MiB");
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
  EXPECT_EQ(reason_of(deed), "the plugin made a system call that isolation forbids: " + std::string(call));
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
  EXPECT_EQ(reason_of("block"), "the plugin made a system call that isolation forbids");
}

/// Which call is the first forbidden one on the way to a thread is up to the C library.
TEST(ProcessExtractor, StartsNoThread) {
  EXPECT_TRUE(reason_of("thread").starts_with("the plugin made a system call that isolation forbids"));
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
  EXPECT_EQ(reason_of("half"), "the plugin ended its process (exit status 0)");
}

TEST(ProcessExtractor, AWorkerThatShutsItsSocketAndLivesOnIsEnded) {
  EXPECT_EQ(reason_of("shut"), "the worker process was killed (SIGKILL), perhaps for want of memory");
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

// ---- the end of the host
// -----------------------------------------------------------------------------------

/// Waits until this process has no children any more, those that were left to it by the death of their
/// parents included; false if they outlive the patience.
bool all_children_end(std::chrono::seconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const pid_t ended = ::waitpid(-1, nullptr, WNOHANG);
    if (ended < 0 && errno == ECHILD) return true;
    if (std::chrono::steady_clock::now() > deadline) return false;
    if (ended == 0) std::this_thread::sleep_for(1ms);
  }
}

/// A host whose first worker hangs and whose second is idle; says when the first has begun.
[[noreturn]] void be_host(int pipe) {
  const Registry registry = nasty_registry();
  const auto extractor = process_extractor(registry, {}, 2, limits_of_test());
  std::thread hanging([&] { extractor->extract(page_of("loop")); });
  extractor->extract(page_of("a page"));
  std::this_thread::sleep_for(50ms);
  if (::write(pipe, "!", 1) != 1) ::_exit(1);
  for (;;) ::pause();
}

TEST(ProcessExtractor, NoProcessOutlivesAHostThatIsKilled) {
  ASSERT_EQ(::prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
  std::array<int, 2> pipe{};
  ASSERT_EQ(::pipe(pipe.data()), 0);
  const pid_t host = ::fork();
  if (host == 0) be_host(pipe[1]);
  ::close(pipe[1]);
  char begun = 0;
  ASSERT_EQ(::read(pipe[0], &begun, 1), 1);
  ::close(pipe[0]);
  ASSERT_EQ(::kill(host, SIGKILL), 0);
  EXPECT_TRUE(all_children_end(std::chrono::seconds(30)));
  ::prctl(PR_SET_CHILD_SUBREAPER, 0);
}

// ---- the end of the process that workers are made from
// -----------------------------------------------------

/// The only child of this process; 0 if there is none or more than one.
pid_t only_child() {
  std::ifstream children("/proc/thread-self/children");
  pid_t first = 0;
  pid_t second = 0;
  children >> first >> second;
  return second == 0 ? first : 0;
}

TEST(ProcessExtractor, WithoutTheProcessThatWorkersAreMadeFromEveryPageFailsAndSaysSo) {
  const auto extractor = one_worker();
  const pid_t zygote = only_child();
  if (zygote == 0) GTEST_SKIP() << "NOT TESTED: this system does not tell the children of a process";
  ::kill(zygote, SIGKILL);
  // Whether the worker has gone with it when it is given a page is a matter of moments.
  extractor->extract(page_of("segv"));
  const PageResult result = extractor->extract(page_of("a page"));
  EXPECT_EQ(result.status, Status::failed);
  EXPECT_EQ(result.reason, "the process that worker processes are made from has gone: start the job again");
  EXPECT_EQ(extractor->problem(), result.reason);
}

/// The limit that there was before.
rlim_t limit_descriptors(pid_t process, rlim_t most) {
  rlimit limit{};
  EXPECT_EQ(::prlimit(process, RLIMIT_NOFILE, nullptr, &limit), 0);
  const rlim_t before = std::exchange(limit.rlim_cur, most);
  EXPECT_EQ(::prlimit(process, RLIMIT_NOFILE, &limit, nullptr), 0);
  return before;
}

/// A zygote without a free descriptor cannot take a worker's socket.
TEST(ProcessExtractor, GivesUpWhenNoWorkerCanBeStartedAnyMore) {
  const auto extractor = one_worker();
  const pid_t zygote = only_child();
  if (zygote == 0) GTEST_SKIP() << "NOT TESTED: this system does not tell the children of a process";
  limit_descriptors(zygote, 4);
  EXPECT_EQ(extractor->extract(page_of("segv")).reason, "the plugin crashed (SIGSEGV)");
  const std::string reason = extractor->extract(page_of("a page")).reason;
  EXPECT_EQ(reason,
            "cannot start worker processes: fork: Too many open files: extract without isolation, or in "
            "fewer processes");
  EXPECT_EQ(extractor->problem(), "") << "it may be a matter of the moment";
  extractor->extract(page_of("a page"));
  EXPECT_EQ(extractor->problem(), reason);
  EXPECT_EQ(extractor->extract(page_of("a page")).reason, reason);
}

TEST(ProcessExtractor, AMomentWithoutProcessesIsWaitedFor) {
  const auto extractor = one_worker();
  const pid_t zygote = only_child();
  if (zygote == 0) GTEST_SKIP() << "NOT TESTED: this system does not tell the children of a process";
  const rlim_t before = limit_descriptors(zygote, 4);
  extractor->extract(page_of("segv"));
  std::thread later([&] {
    std::this_thread::sleep_for(100ms);
    limit_descriptors(zygote, before);
  });
  EXPECT_EQ(extractor->extract(page_of("a page")).reason, "");
  later.join();
}

TEST(ProcessExtractor, APluginThatCrashesWhileItIsLoadedIsTold) {
  Registry registry;
  PluginHeader header;
  header.name = "crashing";
  registry.add(std::make_unique<Plugin>(PITH_TEST_LIBRARY, std::move(header)));
  const std::string said = error_of([&] { process_extractor(registry, {}, 1, limits_of_test()); });
  EXPECT_TRUE(said.starts_with("cannot start worker processes: while they load, the plugin crashed (SIG"))
      << said;
  EXPECT_TRUE(said.ends_with("`pith plugins` tells which plugins there are")) << said;
}

// ---- where isolation is not to be had
// -----------------------------------------------------------------------

/// What `act` prints from a child process that may not make the calls; such a filter cannot be taken off.
template <typename Act>
std::string said_without(const std::vector<int>& calls, Act act) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) return "no pipe";
  const pid_t child = ::fork();
  if (child == 0) {
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    for (const int call : calls) seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0);
    seccomp_load(filter);
    const std::string said = act();
    ::_exit(::write(pipe[1], said.data(), said.size()) < 0 ? 1 : 0);
  }
  ::close(pipe[1]);
  std::string said(4096, '\0');
  const ssize_t size = ::read(pipe[0], said.data(), said.size());
  ::close(pipe[0]);
  ::waitpid(child, nullptr, 0);
  said.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  return said;
}

TEST(ProcessExtractor, SaysWhereTheSystemAllowsNoFilter) {
  const std::string said = said_without({SCMP_SYS(seccomp)}, [] { return error_of([] { one_worker(); }); });
  EXPECT_EQ(said,
            "cannot confine a worker process: system call filter: Operation not permitted: allow system call "
            "filters (seccomp) where this runs, or extract without isolation");
}

/// fork() is the call clone. The zygote is there already when it is forbidden to it.
TEST(ProcessExtractor, SaysWhereNoProcessCanBeForked) {
  const std::string said =
      said_without({SCMP_SYS(clone), SCMP_SYS(fork)}, [] { return error_of([] { one_worker(); }); });
  EXPECT_EQ(said,
            "cannot start worker processes: fork: Operation not permitted: extract without isolation, or in "
            "fewer processes");
}

}  // namespace
}  // namespace pith
