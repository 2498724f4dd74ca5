#include "core/isolate/zygote.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "core/isolate/instrumented.hpp"
#include "core/isolate/worker_death.hpp"
#include "core/isolate/zygote_process.hpp"
#include "core/text/quantity.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

using Clock = std::chrono::steady_clock;

/// All plugins are loaded in it; each may take five seconds when it is tried (Registry::Options).
constexpr std::chrono::milliseconds patience_for_loading = std::chrono::seconds(60);
/// To fork, or to end a process that was killed, takes milliseconds.
constexpr std::chrono::milliseconds patience_for_answer = std::chrono::seconds(10);

constexpr const char* remedy = "extract without isolation, or in fewer processes";

[[noreturn]] void cannot(const std::string& what, int error) {
  throw Error("cannot start worker processes: " + what + ": " + std::generic_category().message(error), {},
              remedy);
}

std::pair<Descriptor, Descriptor> socket_pair(int type) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data()) != 0) cannot("socketpair", errno);
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A whole page of the usual size fits in, so that neither side waits for the other in the middle of it; the
/// system cuts it to what it allows.
void widen(const Descriptor& socket) {
  const int bytes = 1 << 20;
  ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDBUF, &bytes, sizeof(bytes));
}

bool send(int control, const ZygoteRequest& request, int passed) {
  iovec part{const_cast<ZygoteRequest*>(&request), sizeof(request)};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  alignas(cmsghdr) char extra[CMSG_SPACE(sizeof(int))] = {};
  if (passed >= 0) {
    message.msg_control = extra;
    message.msg_controllen = sizeof(extra);
    cmsghdr* const header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &passed, sizeof(passed));
  }
  ssize_t sent = 0;
  do {
    sent = ::sendmsg(control, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(sizeof(request));
}

std::optional<ZygoteAnswer> receive(int control, std::chrono::milliseconds patience) {
  const auto deadline = Clock::now() + patience;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd wait{control, POLLIN, 0};
    const int ready = left > 0 ? ::poll(&wait, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return std::nullopt;
    ZygoteAnswer answer;
    const ssize_t got = ::recv(control, &answer, sizeof(answer), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got != static_cast<ssize_t>(sizeof(answer))) return std::nullopt;
    return answer;
  }
}

int status_of(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return 0;
  }
  return status;
}

/// A fork copies the locks that other threads hold, and not the threads that would release them. The thread
/// sanitizer has one of its own.
void refuse_threads() {
  if (is_instrumented) return;
  std::error_code ignored;
  std::size_t threads = 0;
  for (std::filesystem::directory_iterator it("/proc/self/task", ignored), end; it != end;
       it.increment(ignored)) {
    ++threads;
  }
  if (threads > 1) throw Error("worker processes must be made before any thread is started");
}

}  // namespace

Zygote::Zygote(const WorkerTask& task) {
  refuse_threads();
  auto [ours, theirs] = socket_pair(SOCK_SEQPACKET);
  process_ = ::fork();
  if (process_ == 0) run_zygote(theirs.get(), task);
  if (process_ < 0) cannot("fork", errno);
  control_ = std::move(ours);
  theirs.close();
  await_ready();
}

void Zygote::await_ready() {
  const auto deadline = Clock::now() + patience_for_loading;
  if (receive(control_.get(), patience_for_loading)) return;
  const bool late = Clock::now() >= deadline;
  // If it hangs, it is not going to see that the host closes its end.
  if (late) ::kill(process_, SIGKILL);
  control_.close();
  const std::string reason = reason_of_death(status_of(process_));
  throw Error("cannot start worker processes: while they load, " +
                  (late ? "the plugins take longer than " + duration_in_words(patience_for_loading) : reason),
              {}, "`pith plugins` tells which plugins there are");
}

Zygote::~Zygote() {
  control_.close();
  status_of(process_);
}

void Zygote::gone() {
  alive_ = false;
  throw Error("the process that worker processes are made from has gone", {}, "start the job again");
}

Zygote::Worker Zygote::start() {
  auto [ours, theirs] = socket_pair(SOCK_STREAM);
  widen(ours);
  widen(theirs);
  const std::lock_guard lock(mutex_);
  if (!alive_ || !send(control_.get(), {}, theirs.get())) gone();
  const auto answer = receive(control_.get(), patience_for_answer);
  if (!answer) gone();
  if (answer->error != 0) cannot("fork", answer->error);
  return {answer->process, std::move(ours)};
}

std::optional<int> Zygote::end(pid_t worker, std::chrono::milliseconds patience) {
  ZygoteRequest request;
  request.kind = ZygoteRequest::Kind::end;
  request.process = worker;
  request.patience_ms = patience.count();
  const std::lock_guard lock(mutex_);
  if (!alive_) return std::nullopt;
  std::optional<ZygoteAnswer> answer;
  if (send(control_.get(), request, -1)) answer = receive(control_.get(), patience + patience_for_answer);
  if (!answer) {
    alive_ = false;
    return std::nullopt;
  }
  return answer->status;
}

bool Zygote::is_alive() {
  const std::lock_guard lock(mutex_);
  return alive_;
}

}  // namespace pith
