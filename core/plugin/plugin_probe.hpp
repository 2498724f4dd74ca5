#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace pith {

/// Tries in a child process whether libraries can be loaded and start: a plugin that crashes or hangs on
/// start shall not take the host with it. One child tries them one after the other; if it dies, the
/// library it was at is refused with the signal's name, and another child goes on with the rest.
///
/// Gives for every library why it cannot be used, an empty text if it can. `patience` is the time one
/// library may take. Forks: call it before the process starts threads.
std::vector<std::string> probe_plugins(const std::vector<std::filesystem::path>& libraries,
                                       std::chrono::milliseconds patience = std::chrono::seconds(5));

}  // namespace pith
