#include "core/command/terminal.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "core/render/utf8.hpp"

namespace pith {

bool is_terminal(Stream stream) {
  return ::isatty(stream == Stream::out ? STDOUT_FILENO : STDERR_FILENO) == 1;
}

bool wants_colour(Stream stream) {
  const char* no_colour = std::getenv("NO_COLOR");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  const char* kind = std::getenv("TERM");
  return is_terminal(stream) && kind != nullptr && std::string_view(kind) != "dumb";
}

void tell_raw(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void tell(std::string_view line) {
  tell_raw("pith: " + displayable(line) + "\n");
}

}  // namespace pith
