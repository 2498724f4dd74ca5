#pragma once

#include <string>
#include <string_view>

#include "pith/export.hpp"

namespace pith {

/// The name of one person as it is spoken: "Lee, Ann M." is "Ann M. Lee". What is no such name stays as it
/// is.
PITH_API std::string name_in_order(std::string_view name);

}  // namespace pith
