#pragma once

#include <cstdint>

#include "core/isolate/worker_process.hpp"

namespace pith {

/// What the host asks of the zygote, one packet each, and gets one ZygoteAnswer for.
struct ZygoteRequest {
  enum class Kind : std::uint32_t {
    start,  ///< fork a worker; its end of the socket comes along (SCM_RIGHTS)
    end,    ///< end one
  };
  Kind kind = Kind::start;
  std::int32_t process = 0;      ///< `end`: which
  std::int64_t patience_ms = 0;  ///< `end`: how long it may take to end by itself
};

struct ZygoteAnswer {
  std::int32_t error = 0;    ///< errno; 0 if all went well
  std::int32_t process = 0;  ///< `start`: the worker
  std::int32_t status = 0;   ///< `end`: how it ended, as waitpid tells
};

/// What the zygote does with its life: loads all plugins, gives one ZygoteAnswer to say so, and serves the
/// host until that shuts its end of `control`; then it ends, and all workers with it.
[[noreturn]] void run_zygote(int control, const WorkerTask& task);

}  // namespace pith
