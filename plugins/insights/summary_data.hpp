#pragma once

#include <optional>
#include <string_view>

#include "pith/article.hpp"
#include "pith/page_context.hpp"

namespace summary {

/// The words that every summary begins with.
inline constexpr std::string_view first_section = "Core Insights";

/// The summary out of the page's data, whatever the data is called: a text (HTML, Markdown or flat) that
/// begins with the first section, or a list of sections of which the first is called so.
std::optional<pith::Article> read_summary_data(pith::PageContext& context);

}  // namespace summary
