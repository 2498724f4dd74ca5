#pragma once

#include <vector>

#include "core/store/store.hpp"

namespace pith::test {

/// All articles that the plugins find in the project's fixtures, as a store gives them.
const std::vector<StoredArticle>& fixture_articles();

}  // namespace pith::test
