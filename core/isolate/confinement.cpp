#include "core/isolate/confinement.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <system_error>

#include "core/isolate/instrumented.hpp"
#include "core/isolate/worker_message.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

constexpr int first_after_standard = 3;
/// The sanitizers look through a pipe whether an address can be read.
constexpr std::uint64_t descriptors_of_pipe = 2;

std::string message_of(int error) {
  return std::generic_category().message(error);
}

[[noreturn]] void cannot(const std::string& what, int error) {
  throw Error("cannot confine a worker process: " + what + ": " + message_of(error), {},
              "allow system call filters (seccomp) where this runs, or extract without isolation");
}

void limit(decltype(RLIMIT_CORE) resource, std::uint64_t value) {
  const rlimit both{value, value};
  if (::setrlimit(resource, &both) != 0) cannot("setrlimit", errno);
}

/// The address space of this process in bytes; 0 if it cannot be told.
std::size_t address_space() {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen("/proc/self/statm", "re"),
                                                             std::fclose);
  unsigned long pages = 0;
  if (!file || std::fscanf(file.get(), "%lu", &pages) != 1) return 0;
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void limit_memory(std::size_t memory) {
  // A second arena of malloc could need files of /proc, which are out of reach then.
  ::mallopt(M_ARENA_MAX, 1);
  if (is_instrumented) return;
  const std::size_t now = address_space();
  if (now == 0) cannot("/proc/self/statm", ENOENT);
  limit(RLIMIT_AS, now + std::min(memory, SIZE_MAX - now));
}

/// If the machine runs out of memory, a worker is the one to go.
void be_first_to_go() {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen("/proc/self/oom_score_adj", "we"),
                                                             std::fclose);
  if (file) std::fputs("1000", file.get());
}

// ---- what happens at a forbidden call
// ----------------------------------------------------------------------

/// Where `say_denied` talks to; only set in a worker.
int channel_of_worker = -1;

/// The signal handler: only calls that are safe there.
void say_denied(int, siginfo_t* about, void*) {
  struct {
    MessageHeader header;
    std::int64_t call;
  } message{{MessageHeader::right_magic, MessageHeader::Kind::denied_call, sizeof(std::int64_t)},
            about->si_syscall};
  const ssize_t ignored = ::write(channel_of_worker, &message, sizeof(message));
  static_cast<void>(ignored);
  ::_exit(1);
}

void catch_denied(int channel) {
  channel_of_worker = channel;
  struct sigaction action {};
  action.sa_sigaction = say_denied;
  action.sa_flags = SA_SIGINFO;
  if (::sigaction(SIGSYS, &action, nullptr) != 0) cannot("sigaction", errno);
}

// ---- the filter
// --------------------------------------------------------------------------------------------

constexpr std::array allowed_calls = {
    // to talk to the host, and to whoever else is open: nobody
    SCMP_SYS(close), SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev),
    // memory
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
    // locks, clocks, random numbers
    SCMP_SYS(futex), SCMP_SYS(sched_yield), SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(getrandom),
    // who and where one is: qsort asks how much memory there is
    SCMP_SYS(getpid), SCMP_SYS(getppid), SCMP_SYS(gettid), SCMP_SYS(getcpu), SCMP_SYS(sysinfo),
    SCMP_SYS(sched_getaffinity), SCMP_SYS(getrusage),
    // signals to oneself, as of abort(), and the end
    SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall),
    SCMP_SYS(exit), SCMP_SYS(exit_group)};

/// The C library asks these in passing, of standard output for instance, and goes on without an answer.
constexpr std::array failing_calls = {SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(ioctl), SCMP_SYS(lseek),
                                      SCMP_SYS(prctl)};

class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_TRAP), seccomp_release) {
    if (!context_) cannot("seccomp_init", ENOMEM);
  }

  void allow(int call) { check(seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, call, 0)); }
  void allow_if(int call, const scmp_arg_cmp& argument) {
    check(seccomp_rule_add_array(context_.get(), SCMP_ACT_ALLOW, call, 1, &argument));
  }
  void fail(int call) { check(seccomp_rule_add(context_.get(), SCMP_ACT_ERRNO(EPERM), call, 0)); }

  void load() {
    check(seccomp_attr_set(context_.get(), SCMP_FLTATR_CTL_NNP, 1));
    // Before Linux 5.16 a filter otherwise slows all of a process down by mitigations that are meant for
    // programs that keep secrets from code they run within themselves; a worker has none.
    check(seccomp_attr_set(context_.get(), SCMP_FLTATR_CTL_SSB, 1));
    check(seccomp_load(context_.get()));
  }

 private:
  static void check(int result) {
    if (result < 0) cannot("system call filter", result == -ECANCELED ? errno : -result);
  }

  std::unique_ptr<void, void (*)(scmp_filter_ctx)> context_;
};

void filter_calls() {
  Filter filter;
  for (const int call : allowed_calls) filter.allow(call);
  for (const int call : failing_calls) filter.fail(call);
  if (is_instrumented) filter.allow(SCMP_SYS(pipe2));
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
    filter.allow_if(call, scmp_arg_cmp{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0});
  }
  filter.allow_if(SCMP_SYS(tgkill), scmp_arg_cmp{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()), 0});
  filter.load();
}

}  // namespace

int detach_from_host(int kept) {
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere < 0) cannot("/dev/null", errno);
  // Out of the way first: it may be one of the numbers that are given anew.
  const int safe = ::fcntl(kept, F_DUPFD_CLOEXEC, first_after_standard + 1);
  if (safe < 0) cannot("descriptors", errno);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, standard);
  if (::dup2(safe, first_after_standard) < 0) cannot("descriptors", errno);
  ::closefrom(first_after_standard + 1);
  for (const int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGCHLD, SIGALRM}) {
    std::signal(signal, SIG_DFL);
  }
  for (const int signal : {SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGPIPE, SIGUSR1, SIGUSR2}) {
    std::signal(signal, SIG_IGN);
  }
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  limit(RLIMIT_CORE, 0);
  return first_after_standard;
}

void die_with(int parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // It may have died before that.
  if (::getppid() != parent) ::_exit(1);
}

void confine(int channel, std::size_t memory) {
  be_first_to_go();
  limit_memory(memory);
  limit(RLIMIT_NOFILE, static_cast<std::uint64_t>(channel) + 1 + (is_instrumented ? descriptors_of_pipe : 0));
  limit(RLIMIT_FSIZE, 0);
  if (::prctl(PR_SET_DUMPABLE, 0) != 0) cannot("prctl", errno);
  catch_denied(channel);
  filter_calls();
}

}  // namespace pith
