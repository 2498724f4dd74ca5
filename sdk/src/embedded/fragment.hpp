#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "pith/block.hpp"
#include "pith/document.hpp"
#include "pith/page_context.hpp"

namespace pith::embedded {

/// How a fragment is read: with a ledger of its own, since its rows mean nothing in that of the page.
using FragmentReader = std::function<std::vector<Block>(const Document& fragment, PageContext& inner)>;

/// Reads HTML out of the page's data as if it stood in the page: what is cut and noticed there is told in the
/// page's context, and the blocks have no place in the page.
std::vector<Block> read_fragment(std::string_view html, PageContext& context, const FragmentReader& read);

}  // namespace pith::embedded
