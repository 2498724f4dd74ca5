#pragma once

#include <string>

namespace pith {

/// What a process that ended says of the plugin that ran in it: "the plugin crashed (SIGSEGV)". `status` is
/// that of waitpid.
std::string reason_of_death(int status);

/// "the plugin made a system call that isolation forbids: socket"; `call` is the call's number.
std::string reason_of_denial(long call);

}  // namespace pith
