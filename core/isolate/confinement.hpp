#pragma once

#include <cstddef>

namespace pith {

/// Leaves everything of the host behind, in a process that was just forked: all descriptors but `kept`, which
/// becomes the number returned, and the standard ones, which lead nowhere; its signal handlers (what a
/// terminal sends to the whole group is ignored: the host decides); core dumps.
int detach_from_host(int kept);

/// Dies with the process that forked this one, whose id is `parent`.
void die_with(int parent);

/// Confines this process for good; to be called in a process of one thread, after everything that it needs
/// is loaded. `memory` is the address space in bytes that it may take beyond what it has (without effect in
/// instrumented builds, see instrumented.hpp).
///
/// What is left are the system calls that working in memory needs, reading from and writing to descriptors
/// that are open, and ending. No file can be opened, no socket made, no process or thread started, looked
/// into or signalled, no memory made executable. Forbidden calls are not made; the process says so on
/// `channel` (MessageHeader::Kind::denied_call) and ends. A few that the C library makes in passing and can
/// do without (fstat, ioctl ...) fail instead.
///
/// Throws Error if the system cannot do that.
void confine(int channel, std::size_t memory);

}  // namespace pith
