#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pith/pith.hpp"

namespace generic_page {

/// The reason that a "Read more" gives.
inline constexpr std::string_view shows_beginning = "the page shows the beginning only";

/// Why the article may go on beyond what the page shows: a "Read more" right behind its last block, a next
/// page of the same address, or bytes that end in the middle of a sentence. Empty if nothing says so. One
/// pass over the page.
std::string reason_to_go_on(pith::PageContext& context, const std::vector<pith::Block>& body);

/// Whether `longer` begins with the paragraphs of `shown` and has noticeably more.
bool goes_on_from(const std::vector<pith::Block>& shown, const std::vector<pith::Block>& longer);

}  // namespace generic_page
