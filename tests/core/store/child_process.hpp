#pragma once

#include <functional>
#include <string>

namespace pith {

/// Runs a step in a child process and gives what it says, or "killed by signal N". The child is no gtest:
/// what it throws is said.
std::string in_child(const std::function<std::string()>& step);

/// The same as a user without rights: root as nobody, anybody else as himself.
std::string as_ordinary_user(const std::function<std::string()>& step);

}  // namespace pith
