#pragma once

#include <string_view>

#include "core/store/store.hpp"
#include "pith/extraction.hpp"

namespace pith {

/// The reverse of name_of. Throws Error for a name that there is none of: the store is damaged.
PageRole role_named(std::string_view name);
PageState state_named(std::string_view name);
Status status_named(std::string_view name);

}  // namespace pith
