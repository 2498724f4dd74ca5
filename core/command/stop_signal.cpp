#include "core/command/stop_signal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "pith/error.hpp"

namespace pith {
namespace {

// A signal handler can reach nothing but globals.
std::atomic<int> wake_descriptor = -1;
std::atomic<bool> signalled = false;

void wake(int descriptor) {
  const ssize_t written = ::write(descriptor, "x", 1);
  static_cast<void>(written);  // a full pipe is readable all the same
}

void on_signal(int) {
  const int saved = errno;
  signalled = true;
  wake(wake_descriptor);
  errno = saved;
}

void handle(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  // The second signal meets the default: the end.
  action.sa_flags = handler == SIG_DFL ? 0 : static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

StopSignal::StopSignal() {
  if (::pipe2(ends_, O_CLOEXEC | O_NONBLOCK) != 0) {
    throw Error("cannot make a pipe: " + std::generic_category().message(errno));
  }
  signalled = false;
  wake_descriptor = ends_[1];
  handle(on_signal);
}

StopSignal::~StopSignal() {
  handle(SIG_DFL);
  wake_descriptor = -1;
  ::close(ends_[0]);
  ::close(ends_[1]);
}

bool StopSignal::came() const noexcept {
  return signalled;
}

void StopSignal::raise() const noexcept {
  wake(ends_[1]);
}

}  // namespace pith
