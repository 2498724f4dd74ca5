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

constexpr const char* forbidden_call = " made a system call that isolation forbids";

std::string the(const std::string& plugin) {
  return plugin.empty() ? "the plugin" : "the plugin `" + plugin + "`";
}

}  // namespace

std::string reason_of_death(int status, const std::string& plugin) {
  if (!WIFSIGNALED(status)) {
    return the(plugin) + " ended its process (exit status " + std::to_string(WEXITSTATUS(status)) + ")";
  }
  const int signal = WTERMSIG(status);
  if (signal == SIGKILL) {
    const std::string with = plugin.empty() ? "" : " with " + the(plugin);
    return "the worker process" + with + " was killed (SIGKILL), perhaps for want of memory";
  }
  if (signal == SIGSYS) return the(plugin) + forbidden_call;
  const char* const name = ::sigabbrev_np(signal);
  return the(plugin) + " crashed (SIG" + (name == nullptr ? std::to_string(signal) : std::string(name)) + ")";
}

std::string reason_of_denial(long call, const std::string& plugin) {
  std::string reason = the(plugin) + forbidden_call;
  if (call < 0 || call > std::numeric_limits<int>::max()) return reason;
  const std::unique_ptr<char, void (*)(void*)> name(
      seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, static_cast<int>(call)), std::free);
  return reason + ": " + (name ? std::string(name.get()) : "number " + std::to_string(call));
}

std::string reason_of_delay(const std::string& time, const std::string& plugin) {
  return plugin.empty() ? "no result within " + time : the(plugin) + " gave no result within " + time;
}

}  // namespace pith
