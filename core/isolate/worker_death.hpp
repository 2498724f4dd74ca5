#pragma once

#include <string>

namespace pith {

// Why a page has no result. `plugin` is the one that had it last; empty: none was asked yet, or it is not
// known.

/// What a process that ended says of the plugin that ran in it: "the plugin `scmp` crashed (SIGSEGV)".
/// `status` is that of waitpid.
std::string reason_of_death(int status, const std::string& plugin = {});

/// "the plugin `scmp` made a system call that isolation forbids: socket"; `call` is the call's number.
std::string reason_of_denial(long call, const std::string& plugin);

/// "the plugin `scmp` gave no result within 20 s".
std::string reason_of_delay(const std::string& time, const std::string& plugin);

}  // namespace pith
