#include "core/batch/byte_source.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "pith/error.hpp"

namespace pith {
namespace {

std::string message_of(int code) {
  return std::generic_category().message(code);
}

class DescriptorSource : public ByteSource {
 public:
  DescriptorSource(int descriptor, int stop, std::string name)
      : descriptor_(descriptor), stop_(stop), name_(std::move(name)) {}

  std::size_t read(char* buffer, std::size_t size) override {
    for (;;) {
      if (stopped()) throw InputStopped();
      const ssize_t got = ::read(descriptor_, buffer, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR && errno != EAGAIN) throw Error("cannot be read", name_, message_of(errno));
    }
  }

 private:
  /// Waits for something to read; true if it is time to stop instead.
  bool stopped() const {
    pollfd wait[2] = {{descriptor_, POLLIN, 0}, {stop_, POLLIN, 0}};
    while (::poll(wait, 2, -1) < 0) {
      if (errno != EINTR) throw Error("cannot be read", name_, message_of(errno));
    }
    return wait[1].revents != 0;
  }

  int descriptor_;
  int stop_;
  std::string name_;
};

}  // namespace

std::unique_ptr<ByteSource> descriptor_source(int descriptor, int stop_descriptor, std::string name) {
  return std::make_unique<DescriptorSource>(descriptor, stop_descriptor, std::move(name));
}

void throw_if_stopped(int stop_descriptor) {
  pollfd stop = {stop_descriptor, POLLIN, 0};
  if (::poll(&stop, 1, 0) > 0) throw InputStopped();
}

}  // namespace pith
