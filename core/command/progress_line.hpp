#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace pith {

/// A line on the terminal that is written over and over, five times a second at most; nothing where it is not
/// shown. Goes with the object.
class ProgressLine {
 public:
  explicit ProgressLine(bool is_shown) : shown_(is_shown) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  bool is_shown() const noexcept { return shown_; }
  /// `text` is only asked for when it is time to write. It is cut to the width of the terminal.
  void show(const std::function<std::string()>& text);
  void clear();

 private:
  bool shown_;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace pith
