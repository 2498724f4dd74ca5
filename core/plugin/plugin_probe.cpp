#include "core/plugin/plugin_probe.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <optional>
#include <span>
#include <string_view>
#include <system_error>

#include "core/plugin/plugin_library.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

using Clock = std::chrono::steady_clock;
using Libraries = std::span<const std::filesystem::path>;

// What the child says: one `started` per library, or `refused` and the reason as its last words.
constexpr char started = '+';
constexpr char refused = '-';

void say(int pipe, std::string_view words) {
  while (!words.empty()) {
    const ssize_t said = ::write(pipe, words.data(), words.size());
    if (said < 0 && errno == EINTR) continue;
    if (said <= 0) return;
    words.remove_prefix(static_cast<std::size_t>(said));
  }
}

/// No core dumps, no output, no handlers of the host or of a sanitizer, and no life after the host's.
void become_harmless() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_DUMPABLE, 0);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  for (const int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGTERM, SIGINT, SIGPIPE}) {
    std::signal(signal, SIG_DFL);
  }
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, standard);
}

/// Where the child talks to; only set in the child.
int pipe_of_child = -1;

/// Where an exception of a static object's constructor ends up: few loaders let it pass through dlopen.
[[noreturn]] void say_last_exception() {
  try {
    if (std::current_exception() != nullptr) throw;
  } catch (const std::exception& error) {
    say(pipe_of_child, refused + ("it threw while it was loaded: " + std::string(error.what())));
    ::_exit(0);
  } catch (...) {
    say(pipe_of_child,
        refused + std::string("it threw something that is no std::exception while it was loaded"));
    ::_exit(0);
  }
  std::abort();
}

[[noreturn]] void be_child(Libraries libraries, int pipe) {
  become_harmless();
  pipe_of_child = pipe;
  std::set_terminate(say_last_exception);
  for (const std::filesystem::path& library : libraries) {
    try {
      load_plugin(library);
      say(pipe, std::string_view(&started, 1));
    } catch (const Error& error) {
      say(pipe, refused + error.problem());
      ::_exit(0);
    } catch (...) {
      say_last_exception();
    }
  }
  ::_exit(0);
}

std::string death_of(int status) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    const char* const name = ::sigabbrev_np(signal);
    return "it crashes on start (SIG" + std::string(name == nullptr ? "?" : name) + ", " +
           ::strsignal(signal) + ")";
  }
  return "it ends the process on start (exit status " + std::to_string(WEXITSTATUS(status)) + ")";
}

int status_of(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return 0;
  }
  return status;
}

/// What one child found out: how many libraries started, and the reason of the one that did not.
struct Findings {
  std::size_t started = 0;
  std::optional<std::string> refusal;

  void hear(std::string_view words) {
    for (const char c : words) {
      if (refusal) {
        refusal->push_back(c);
      } else if (c == pith::started) {
        ++started;
      } else if (c == refused) {
        refusal.emplace();
      }
    }
  }
};

/// Listens until the child has nothing more to say. False if it was silent for longer than `patience`.
bool listen(int pipe, std::chrono::milliseconds patience, Findings& findings) {
  Clock::time_point deadline = Clock::now() + patience;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    pollfd ready{pipe, POLLIN, 0};
    const int polled = ::poll(&ready, 1, static_cast<int>(std::max<long long>(0, left.count())));
    if (polled < 0 && errno == EINTR) continue;
    if (polled <= 0) return false;
    char words[4096];
    const ssize_t heard = ::read(pipe, words, sizeof words);
    if (heard < 0 && errno == EINTR) continue;
    if (heard <= 0) return true;
    findings.hear(std::string_view(words, static_cast<std::size_t>(heard)));
    deadline = Clock::now() + patience;
  }
}

std::string system_problem(const char* what) {
  return std::string("it cannot be tried: ") + what + ": " + std::generic_category().message(errno);
}

/// One child, as far as it gets. A refusal is about the library after those that started.
Findings try_in_child(Libraries libraries, std::chrono::milliseconds patience) {
  Findings findings;
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    findings.refusal = system_problem("pipe");
    return findings;
  }
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    be_child(libraries, ends[1]);
  }
  if (child < 0) findings.refusal = system_problem("fork");
  ::close(ends[1]);
  const bool ended = child < 0 || listen(ends[0], patience, findings);
  ::close(ends[0]);
  if (child < 0) return findings;
  if (!ended) ::kill(child, SIGKILL);
  const int status = status_of(child);
  if (findings.started >= libraries.size() || findings.refusal) return findings;
  findings.refusal = ended ? death_of(status)
                           : "it did not finish starting within " + std::to_string(patience.count()) + " ms";
  return findings;
}

}  // namespace

std::vector<std::string> probe_plugins(const std::vector<std::filesystem::path>& libraries,
                                       std::chrono::milliseconds patience) {
  std::vector<std::string> refusals(libraries.size());
  for (std::size_t next = 0; next < libraries.size();) {
    const Findings findings = try_in_child(Libraries(libraries).subspan(next), patience);
    next += findings.started;
    if (next >= libraries.size()) break;
    if (findings.refusal) refusals[next] = *findings.refusal;
    ++next;
  }
  return refusals;
}

}  // namespace pith
