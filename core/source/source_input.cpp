#include "core/source/source_input.hpp"

#include <unistd.h>

#include "core/batch/byte_source.hpp"

namespace pith {

RawInput open_source_input(const std::string& location) {
  if (location != "-") return RawInput::of_file(location);
  return RawInput::of_pipe(descriptor_source(STDIN_FILENO, -1, "standard input"));
}

}  // namespace pith
