#include "core/source/source_input.hpp"

#include <unistd.h>

#include "core/batch/byte_source.hpp"

namespace pith {

RawInput open_source_input(const std::string& location, int stop_descriptor) {
  if (location != "-") return RawInput::of_file(location, stop_descriptor);
  return RawInput::of_pipe(descriptor_source(STDIN_FILENO, stop_descriptor, "standard input"));
}

}  // namespace pith
