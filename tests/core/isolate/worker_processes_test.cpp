// Where the processes come from and where they go: the host is killed, none can be made, none can be
// confined.

#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/isolate/extraction_workers.hpp"
#include "tests/core/isolate/nasty_plugin.hpp"
#include "tests/support/error_of.hpp"

namespace pith {
namespace {

using test::limits_of_test;
using test::nasty_registry;
using test::one_worker;
using test::page_of;
using std::chrono_literals::operator""ms;

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

TEST(WorkerProcesses, NoProcessOutlivesAHostThatIsKilled) {
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

TEST(WorkerProcesses, WithoutTheProcessThatWorkersAreMadeFromEveryPageFailsAndSaysSo) {
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
TEST(WorkerProcesses, GivesUpWhenNoWorkerCanBeStartedAnyMore) {
  const auto extractor = one_worker();
  const pid_t zygote = only_child();
  if (zygote == 0) GTEST_SKIP() << "NOT TESTED: this system does not tell the children of a process";
  limit_descriptors(zygote, 4);
  EXPECT_EQ(extractor->extract(page_of("segv")).reason, "the plugin `nasty` crashed (SIGSEGV)");
  const std::string reason = extractor->extract(page_of("a page")).reason;
  EXPECT_EQ(reason,
            "cannot start worker processes: fork: Too many open files: extract without isolation, or in "
            "fewer processes");
  EXPECT_EQ(extractor->problem(), "") << "it may be a matter of the moment";
  extractor->extract(page_of("a page"));
  EXPECT_EQ(extractor->problem(), reason);
  EXPECT_EQ(extractor->extract(page_of("a page")).reason, reason);
}

TEST(WorkerProcesses, AMomentWithoutProcessesIsWaitedFor) {
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

TEST(WorkerProcesses, APluginThatCrashesWhileItIsLoadedIsTold) {
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

TEST(WorkerProcesses, SaysWhereTheSystemAllowsNoFilter) {
  const std::string said = said_without({SCMP_SYS(seccomp)}, [] { return error_of([] { one_worker(); }); });
  EXPECT_EQ(said,
            "cannot confine a worker process: system call filter: Operation not permitted: allow system call "
            "filters (seccomp) where this runs, or extract without isolation");
}

/// fork() is the call clone. The zygote is there already when it is forbidden to it.
TEST(WorkerProcesses, SaysWhereNoProcessCanBeForked) {
  const std::string said =
      said_without({SCMP_SYS(clone), SCMP_SYS(fork)}, [] { return error_of([] { one_worker(); }); });
  EXPECT_EQ(said,
            "cannot start worker processes: fork: Operation not permitted: extract without isolation, or in "
            "fewer processes");
}

}  // namespace
}  // namespace pith
