#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <string>

namespace pith {

/// Where the bytes of a batch come from, a piece at a time.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills up to `size` bytes; 0 at the end, or when reading was stopped. Throws Error if it cannot go on.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
};

/// Thrown by a descriptor_source() that was stopped: no failure, and nothing to tell a person. It is not the
/// end, for that, in the middle of something, would mean that it is damaged.
class InputStopped : public std::exception {
 public:
  const char* what() const noexcept override { return "reading was stopped"; }
};

/// An open file descriptor. Gives what is there without waiting for more, so that a pipe that is fed
/// slowly is answered line by line. Throws InputStopped as soon as `stop_descriptor` becomes readable
/// (-1: never). Closes neither.
std::unique_ptr<ByteSource> descriptor_source(int descriptor, int stop_descriptor, std::string name);

/// Throws InputStopped if `stop_descriptor` is readable (-1: never).
void throw_if_stopped(int stop_descriptor);

}  // namespace pith
