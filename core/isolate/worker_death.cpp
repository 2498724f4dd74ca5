#include "core/isolate/worker_death.hpp"

#include <seccomp.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <memory>

namespace pith {
namespace {

constexpr const char* forbidden_call = "the plugin made a system call that isolation forbids";

}  // namespace

std::string reason_of_death(int status) {
  if (!WIFSIGNALED(status)) {
    return "the plugin ended its process (exit status " + std::to_string(WEXITSTATUS(status)) + ")";
  }
  const int signal = WTERMSIG(status);
  if (signal == SIGKILL) return "the worker process was killed (SIGKILL), perhaps for want of memory";
  if (signal == SIGSYS) return forbidden_call;
  const char* const name = ::sigabbrev_np(signal);
  return "the plugin crashed (SIG" + (name == nullptr ? std::to_string(signal) : std::string(name)) + ")";
}

std::string reason_of_denial(long call) {
  std::string reason = forbidden_call;
  if (call < 0 || call > std::numeric_limits<int>::max()) return reason;
  const std::unique_ptr<char, void (*)(void*)> name(
      seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, static_cast<int>(call)), std::free);
  return reason + ": " + (name ? std::string(name.get()) : "number " + std::to_string(call));
}

}  // namespace pith
