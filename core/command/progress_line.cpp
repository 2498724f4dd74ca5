#include "core/command/progress_line.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "core/command/terminal.hpp"

namespace pith {
namespace {

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 20) return 80;
  return size.ws_col;
}

}  // namespace

void ProgressLine::show(const std::function<std::string()>& text) {
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  // A line that wraps cannot be written over.
  tell_raw("\r\x1b[K" + ("pith: " + text()).substr(0, terminal_width() - 1));
}

void ProgressLine::clear() {
  if (shown_) tell_raw("\r\x1b[K");
}

}  // namespace pith
