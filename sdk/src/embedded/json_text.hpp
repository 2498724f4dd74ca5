#pragma once

#include <string>
#include <string_view>

namespace pith::embedded {

/// Writes a string as JSON has it.
void append_json_string(std::string& out, std::string_view text);

}  // namespace pith::embedded
