#pragma once

#include <rapidjson/document.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/render/json_members.hpp"
#include "pith/block.hpp"

namespace pith {

/// The blocks that JsonBlocks wrote as the member `name`; none if it is absent. A loop, not a recursion.
/// Throws Error, naming the member, for what cannot be a body: see read_article.
std::vector<Block> read_blocks(const JsonMembers& members, std::string_view name);

/// A picture. Throws Error if it is none.
Image read_image(const rapidjson::Value& value, std::string place);

}  // namespace pith
