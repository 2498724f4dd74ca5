#pragma once

#include <vector>

#include "pith/comments.hpp"
#include "pith/json.hpp"

namespace pith::comments {

/// The comments that JSON-LD gives (schema.org `comment`, of the type Comment), with the answers to them.
std::vector<Comment> comments_in_json_ld(const std::vector<JsonDocument>& documents);

}  // namespace pith::comments
