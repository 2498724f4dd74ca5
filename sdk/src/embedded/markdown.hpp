#pragma once

#include <string>
#include <string_view>

namespace pith::embedded {

/// Whether a text is written in Markdown: it has headings, lists, links or emphasis of its form.
bool looks_like_markdown(std::string_view text);

/// The HTML of the little Markdown that content APIs deliver: headings, paragraphs, flat lists, quotes,
/// fenced code, links, images, emphasis. Not CommonMark: what is not understood stays text.
std::string html_of_markdown(std::string_view text);

}  // namespace pith::embedded
