#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/isolate/descriptor.hpp"
#include "core/isolate/worker_message.hpp"

namespace pith {

/// The host's end of the socket to one worker. Waits for nothing beyond a deadline. Used by one thread at a
/// time.
class WorkerChannel {
 public:
  using Clock = std::chrono::steady_clock;

  enum class Outcome {
    done,
    closed,   ///< the worker has gone, or has shut its end
    late,     ///< the deadline has passed
    garbage,  ///< no message; `problem()` says why
  };

  WorkerChannel() = default;
  explicit WorkerChannel(Descriptor socket) : socket_(std::move(socket)) {}

  /// A header of this kind, `front` and `rest` behind one another; `rest` is not counted in the header.
  Outcome send(MessageHeader::Kind kind, std::string_view front, std::string_view rest,
               Clock::time_point deadline);
  /// Receives one message of at most `most` bytes into `body`, whose memory grows with what comes and not
  /// with what is announced.
  Outcome receive(MessageHeader::Kind& kind, std::string& body, std::size_t most, Clock::time_point deadline);
  /// Whether nothing has come that was not asked for, and the worker is still there.
  bool is_quiet() const;
  const std::string& problem() const noexcept { return problem_; }

 private:
  Outcome receive_bytes(char* to, std::size_t size, Clock::time_point deadline);
  Outcome wait_for(short event, Clock::time_point deadline) const;

  Descriptor socket_;
  std::string problem_;
};

}  // namespace pith
