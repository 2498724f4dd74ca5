#pragma once

#include <cstddef>
#include <string>

#include "pith/json.hpp"

namespace pith::embedded {

/// The value that Nuxt 3 writes as a flat list, in which every number within a list or object is the place of
/// its value ("devalue"), as JSON. `bytes` is the size of the list's own text.
std::string json_of_flat_list(JsonValue list, std::size_t bytes);

/// The entities with a title in the cache of an Apollo client, as JSON, with the entities that they refer to
/// (`{"__ref": "Author:9"}`) in their places. Empty if the value holds no such cache, or one without
/// references. `bytes` is the size of its own text.
std::string json_of_entities(JsonValue value, std::size_t bytes);

}  // namespace pith::embedded
