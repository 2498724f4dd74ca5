#include "core/isolate/zygote_process.hpp"

#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <ctime>
#include <thread>
#include <vector>

#include "core/isolate/confinement.hpp"
#include "core/isolate/descriptor.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

using Clock = std::chrono::steady_clock;

/// The request, and the descriptor that came with it; false at the end.
bool receive(int control, ZygoteRequest& request, Descriptor& passed) {
  alignas(cmsghdr) char extra[CMSG_SPACE(sizeof(int))];
  for (;;) {
    iovec part{&request, sizeof(request)};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = extra;
    message.msg_controllen = sizeof(extra);
    const ssize_t got = ::recvmsg(control, &message, MSG_CMSG_CLOEXEC);
    if (got < 0 && errno == EINTR) continue;
    if (got != static_cast<ssize_t>(sizeof(request))) return false;
    const cmsghdr* const header = CMSG_FIRSTHDR(&message);
    if (header == nullptr || header->cmsg_type != SCM_RIGHTS) return true;
    int number = -1;
    std::memcpy(&number, CMSG_DATA(header), sizeof(number));
    passed = Descriptor(number);
    return true;
  }
}

class ZygoteProcess {
 public:
  ZygoteProcess(int control, const WorkerTask& task) : control_(control), task_(task) {}

  void run() {
    if (!answer({})) return;
    for (;;) {
      ZygoteRequest request;
      Descriptor passed;
      if (!receive(control_, request, passed)) break;
      const bool is_start = request.kind == ZygoteRequest::Kind::start;
      if (!answer(is_start ? start(std::move(passed)) : end(request))) break;
    }
    for (const pid_t worker : workers_) ::kill(worker, SIGKILL);
    for (const pid_t worker : workers_) await(worker);
  }

 private:
  bool answer(const ZygoteAnswer& answer) const {
    ssize_t sent = 0;
    do {
      sent = ::send(control_, &answer, sizeof(answer), MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == static_cast<ssize_t>(sizeof(answer));
  }

  ZygoteAnswer start(Descriptor socket) {
    ZygoteAnswer result;
    if (!socket) {  // there was no room for it
      result.error = EMFILE;
      return result;
    }
    const pid_t zygote = ::getpid();
    const pid_t worker = ::fork();
    if (worker == 0) {
      die_with(zygote);
      run_worker(keep_only(socket.get()), task_);
    }
    if (worker < 0) {
      result.error = errno;
    } else {
      workers_.push_back(worker);
      result.process = worker;
    }
    return result;
  }

  static int keep_only(int socket) {
    try {
      return detach_from_host(socket);
    } catch (const Error&) {
      ::_exit(1);
    }
  }

  static int await(pid_t worker) {
    int status = 0;
    while (::waitpid(worker, &status, 0) < 0) {
      if (errno != EINTR) return 0;
    }
    return status;
  }

  /// A process that has closed its socket is about to end; but one that lies only seems so.
  static bool ends_by_itself(pid_t worker, Clock::time_point deadline, int& status) {
    for (;;) {
      if (::waitpid(worker, &status, WNOHANG) == worker) return true;
      if (Clock::now() >= deadline) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }

  ZygoteAnswer end(const ZygoteRequest& request) {
    ZygoteAnswer result;
    const auto known = std::find(workers_.begin(), workers_.end(), request.process);
    if (known == workers_.end()) {
      result.error = ECHILD;
      return result;
    }
    const pid_t worker = *known;
    const auto deadline = Clock::now() + std::chrono::milliseconds(request.patience_ms);
    if (!ends_by_itself(worker, deadline, result.status)) {
      ::kill(worker, SIGKILL);
      result.status = await(worker);
    }
    workers_.erase(known);
    return result;
  }

  int control_;
  const WorkerTask& task_;
  std::vector<pid_t> workers_;
};

void load_all(const Registry& registry) {
  for (const auto& plugin : registry.plugins()) {
    try {
      plugin->extractor();
    } catch (const Error&) {
      continue;  // every page that asks for it is told why
    }
  }
}

}  // namespace

void run_zygote(int control, const WorkerTask& task) {
  try {
    control = detach_from_host(control);
    load_all(task.registry);
    ZygoteProcess(control, task).run();
  } catch (...) {
    ::_exit(1);
  }
  ::_exit(0);
}

}  // namespace pith
