#pragma once

#include <atomic>

namespace pith {

/// The order to stop, given once and for all: as a flag, and as a descriptor for those who wait for something
/// else. Safe to use from any thread.
class StopEvent {
 public:
  /// Throws Error if the process may open no more files.
  StopEvent();
  ~StopEvent();
  StopEvent(const StopEvent&) = delete;
  StopEvent& operator=(const StopEvent&) = delete;

  void give() noexcept;
  bool given() const noexcept { return given_; }
  /// Readable from the time when the order was given.
  int descriptor() const noexcept { return descriptor_; }

 private:
  std::atomic<bool> given_ = false;
  int descriptor_;
};

}  // namespace pith
