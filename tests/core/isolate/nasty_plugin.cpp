#include "tests/core/isolate/nasty_plugin.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "core/isolate/instrumented.hpp"
#include "core/isolate/worker_message.hpp"

namespace pith::test {
namespace {

/// Where a worker's socket to the host is.
constexpr int channel = 3;

/// Not for the optimizer to see.
volatile int nothing = 0;

void write_where_nothing_is() {
  void* const nowhere = ::mmap(nullptr, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  *static_cast<volatile int*>(nowhere) = 1;
}

void allocate_without_end() {
  std::vector<std::unique_ptr<char[]>> all;
  for (;;) all.push_back(std::make_unique<char[]>(std::size_t{1} << 20));
}

void allocate_and_swallow_the_exception() {
  try {
    allocate_without_end();
  } catch (const std::bad_alloc&) {
  }
}

int recurse(int depth) {
  volatile char room[4096] = {};
  room[0] = static_cast<char>(depth);
  return depth < 0 ? 0 : recurse(depth + 1) + room[0];
}

void say_to_host(MessageHeader::Kind kind, std::uint64_t announced, const std::string& body) {
  MessageHeader header;
  header.kind = kind;
  header.size = announced;
  if (::write(channel, &header, sizeof(header)) < 0 || ::write(channel, body.data(), body.size()) < 0) return;
}

[[noreturn]] void sleep_for_ever() {
  for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
}

void use_what_is_allowed() {
  std::printf("a line for nobody\n");
  std::cerr << "another\n";
  std::fflush(stdout);
  std::vector<int> numbers(100'000);
  std::iota(numbers.rbegin(), numbers.rend(), 0);
  std::qsort(numbers.data(), numbers.size(), sizeof(int), [](const void* a, const void* b) {
    return *static_cast<const int*>(a) - *static_cast<const int*>(b);
  });
  if (numbers.front() != 0) std::abort();
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

const std::map<std::string, std::function<void()>>& deeds() {
  static const std::map<std::string, std::function<void()>> all = {
      {"segv", write_where_nothing_is},
      {"stack", [] { nothing = recurse(1); }},
      {"abort", [] { std::abort(); }},
      {"loop",
       [] {
         while (nothing == 0) {
         }
       }},
      {"throw", [] { throw std::runtime_error("index 7 of 3"); }},
      {"exit", [] { ::_exit(3); }},
      {"memory", allocate_without_end},
      {"swallow", allocate_and_swallow_the_exception},
      {"allowed", use_what_is_allowed},
      {"socket", [] { nothing = ::socket(AF_INET, SOCK_STREAM, 0); }},
      {"open", [] { nothing = ::open("/etc/passwd", O_RDONLY); }},
      {"create", [] { nothing = ::open("written_by_a_nasty_plugin", O_WRONLY | O_CREAT, 0600); }},
      // As fork() does it; that of the thread sanitizer takes locks before, which nobody releases then.
      {"fork",
       [] { nothing = static_cast<int>(::syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr)); }},
      {"thread", [] { std::thread([] {}).join(); }},
      {"exec", [] { nothing = ::execl("/bin/true", "true", nullptr); }},
      {"kill", [] { nothing = ::kill(::getppid(), SIGKILL); }},
      {"ptrace", [] { nothing = static_cast<int>(::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr)); }},
      {"code",
       [] {
         void* const page =
             ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
         nothing = page == MAP_FAILED ? 1 : 0;
       }},
      {"limits",
       [] {
         const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
         nothing = ::setrlimit(RLIMIT_AS, &none);
       }},
      {"handler",
       [] { nothing = static_cast<int>(::syscall(SYS_rt_sigaction, SIGSYS, nullptr, nullptr, 8)); }},
      {"block",
       [] {
         sigset_t every;
         ::sigfillset(&every);
         ::sigprocmask(SIG_SETMASK, &every, nullptr);
         nothing = ::socket(AF_INET, SOCK_STREAM, 0);
       }},
      {"garbage", [] { nothing = static_cast<int>(::write(channel, "nonsense, and more of it", 24)); }},
      {"huge", [] { say_to_host(MessageHeader::Kind::result, std::uint64_t{1} << 40, ""); }},
      {"misname", [] { say_to_host(MessageHeader::Kind::asks_plugin, 6, "\x1b[31mx"); }},
      {"names",
       [] {
         for (int i = 0; i < 1'000; ++i) say_to_host(MessageHeader::Kind::asks_plugin, 4, "good");
       }},
      {"broken", [] { say_to_host(MessageHeader::Kind::result, 4, "abcd"); }},
      {"half",
       [] {
         say_to_host(MessageHeader::Kind::result, 1000, "abcd");
         ::_exit(0);
       }},
      {"stall",
       [] {
         say_to_host(MessageHeader::Kind::result, 1000, "abcd");
         sleep_for_ever();
       }},
      {"shut",
       [] {
         ::close(channel);
         sleep_for_ever();
       }},
  };
  return all;
}

class Nasty : public Extractor {
 public:
  Claim claim_page(const Page&, const Document&) const override { return Claim::shape; }
  Extraction extract(PageContext& context) const override {
    const std::string& text = context.page().bytes;
    if (const auto deed = deeds().find(text); deed != deeds().end()) deed->second();
    Extraction extraction;
    extraction.status = Status::ok;
    extraction.articles.emplace_back().title = text;
    return extraction;
  }
};

}  // namespace

Registry nasty_registry() {
  Registry registry;
  PluginHeader header;
  header.name = "nasty";
  registry.add(std::make_unique<Plugin>(std::move(header), std::make_unique<Nasty>()));
  return registry;
}

Page page_of(const std::string& text) {
  Page page;
  page.bytes = text;
  return page;
}

IsolationLimits limits_of_test() {
  IsolationLimits limits;
  // Instrumented, and beside other tests, a page can take seconds.
  if (is_instrumented) limits.time = std::chrono::seconds(60);
  limits.memory = std::size_t{256} << 20;
  return limits;
}

std::unique_ptr<PageExtractor> one_worker(const IsolationLimits& limits) {
  const Registry registry = nasty_registry();
  return process_extractor(registry, {}, 1, limits);
}

}  // namespace pith::test
