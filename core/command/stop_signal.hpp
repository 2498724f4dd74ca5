#pragma once

namespace pith {

/// What the first signal is answered with.
inline constexpr const char* stop_told = "finishing what is under way; Ctrl-C again ends at once";

/// Ctrl-C (SIGINT) and SIGTERM as something to wait for: while one of these lives, the first signal only
/// makes `descriptor` readable, so that what is under way can be finished; the second ends the program
/// at once. One at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  /// Becomes readable when it is time to stop.
  int descriptor() const noexcept { return ends_[0]; }
  /// Whether a signal came.
  bool came() const noexcept;
  /// Makes `descriptor` readable without a signal.
  void raise() const noexcept;

 private:
  int ends_[2] = {-1, -1};
};

}  // namespace pith
