#pragma once

#include <string>
#include <string_view>

namespace pith {

/// What `pith help` says; of a command, or of all if `command` is empty. Empty if there is no such command.
std::string_view help_text(std::string_view command) noexcept;

}  // namespace pith
