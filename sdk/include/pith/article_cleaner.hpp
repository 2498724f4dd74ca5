#pragma once

#include "pith/article.hpp"
#include "pith/export.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// What is cut from every article whatever its site: the title said again at the top, known phrases (notices
/// of copyright and syndication, "Advertisement", calls to subscribe ...), empty blocks. Sets
/// `syndicated_from` where the text tells it. A Site does this by itself; a plugin that builds articles on
/// its own calls it.
PITH_API void clean_article(Article& article, PageContext& context);

}  // namespace pith
