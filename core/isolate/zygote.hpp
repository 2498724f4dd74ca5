#pragma once

#include <sys/types.h>

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

#include "core/isolate/descriptor.hpp"
#include "core/isolate/worker_channel.hpp"
#include "core/isolate/worker_process.hpp"

namespace pith {

/// The host's handle of the process that workers are forked from: a copy of this program from before it had
/// threads, with all plugins loaded (the idea and the word are Android's). To fork workers from the host
/// itself would copy locks that its other threads hold at that moment.
///
/// If the host ends, however that happens, the zygote ends, and with it all workers. Safe to use from any
/// number of threads.
class Zygote {
 public:
  /// Forks, loads. Throws Error if that does not work. What `task` refers to is needed no longer afterwards.
  explicit Zygote(const WorkerTask& task);
  Zygote(const Zygote&) = delete;
  Zygote& operator=(const Zygote&) = delete;
  /// Ends it and all workers.
  ~Zygote();

  struct Worker {
    pid_t process = 0;
    Descriptor socket;
  };
  /// A worker that has not said that it is ready yet. Throws Error if none can be forked.
  Worker start();

  /// Ends a worker, after it had `patience` to end by itself. How it ended, as waitpid tells; nothing if the
  /// zygote has gone.
  std::optional<int> end(pid_t worker, std::chrono::milliseconds patience);

  /// Whether it still is there.
  bool is_alive();

 private:
  void await_ready();
  [[noreturn]] void gone();

  std::mutex mutex_;
  Descriptor control_;
  pid_t process_ = 0;
  bool alive_ = true;
};

}  // namespace pith
