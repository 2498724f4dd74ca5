#include "core/job/stop_event.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "pith/error.hpp"

namespace pith {

StopEvent::StopEvent() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor_ < 0) throw Error("cannot make an event: " + std::generic_category().message(errno));
}

StopEvent::~StopEvent() {
  ::close(descriptor_);
}

void StopEvent::give() noexcept {
  given_ = true;  // before the descriptor, for whoever it wakes looks here
  ::eventfd_write(descriptor_, 1);
}

}  // namespace pith
