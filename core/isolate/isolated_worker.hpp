#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "core/extract/page_result.hpp"
#include "core/isolate/extraction_workers.hpp"
#include "core/isolate/worker_channel.hpp"
#include "core/isolate/zygote.hpp"
#include "pith/page.hpp"

namespace pith {

/// One worker process, as the host sees it. Used by one thread at a time; the zygote must outlive it.
class IsolatedWorker {
 public:
  /// Starts it and waits until it is confined. Throws Error if that does not work.
  IsolatedWorker(Zygote& zygote, const IsolationLimits& limits);
  IsolatedWorker(const IsolatedWorker&) = delete;
  IsolatedWorker& operator=(const IsolatedWorker&) = delete;
  ~IsolatedWorker();

  /// Whether it can be given a page: it is there, has said nothing unasked, and has not had its share.
  bool is_usable() const;
  /// Never longer than IsolationLimits::time, and a moment to end the process if it has to.
  PageResult extract(const Page& page);

 private:
  void await_ready();
  /// Receives what comes for a page, and takes down which plugin gets it.
  WorkerChannel::Outcome await_result(MessageHeader::Kind& kind, std::string& body,
                                      WorkerChannel::Clock::time_point deadline);
  PageResult result_in(MessageHeader::Kind kind, const std::string& body);
  PageResult lost(WorkerChannel::Outcome outcome);
  PageResult garbage(const std::string& why);
  PageResult failure(std::string reason) const;
  /// Ends the process; the reason for which it ended by itself.
  std::string end(std::chrono::milliseconds patience);

  Zygote& zygote_;
  IsolationLimits limits_;
  WorkerChannel channel_;
  pid_t process_ = 0;
  std::uint64_t pages_ = 0;
  std::string plugin_;  ///< that has the page, as the worker says; empty: none yet
  bool ended_ = false;
};

}  // namespace pith
