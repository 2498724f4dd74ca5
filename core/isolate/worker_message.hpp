#pragma once

#include <cstddef>
#include <cstdint>

namespace pith {

/// What stands before each message between the host and a worker. Both are one program, so the numbers are
/// as the machine has them.
struct MessageHeader {
  static constexpr std::uint32_t right_magic = 0x68746950;  // "Pith"

  enum class Kind : std::uint32_t {
    page,         ///< to the worker: the front of a page (page_codec.hpp); its bytes follow
    ready,        ///< from the worker, once: confined, give me pages
    unconfined,   ///< from the worker, once: it cannot be confined; why, as text
    result,       ///< from the worker: a result (page_result_codec.hpp)
    last_result,  ///< the same, and that it ends now: its memory ran out
    denied_call,  ///< from the worker: the number of the system call that it may not make; it ends now
    asks_plugin,  ///< from the worker, before the result: the name of the plugin that gets the page now
  };

  std::uint32_t magic = right_magic;
  Kind kind = Kind::page;
  std::uint64_t size = 0;  ///< bytes of what follows; of a page: of its front
};

}  // namespace pith
