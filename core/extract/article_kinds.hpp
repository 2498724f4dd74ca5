#pragma once

#include <string>
#include <vector>

namespace pith {

/// The kinds of articles that plugins of Pith give (Article::kind). Plugins of somebody's own may give
/// others.
const std::vector<std::string>& article_kinds();

}  // namespace pith
