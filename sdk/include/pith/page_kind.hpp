#pragma once

#include <cstdint>
#include <string_view>

#include "pith/export.hpp"

namespace pith {

/// What a page is for, by what carries its content. The kinds are those of the WCXB corpus (Foley, CC
/// BY 4.0).
enum class PageKind : std::uint8_t {
  article,        ///< one text by an author: news, a blog post, an essay, a recipe
  documentation,  ///< instructions and reference
  forum,          ///< a thread of posts, a question with its answers
  listing,        ///< links to other pages with a few words on each: an index, search results, jobs
  collection,     ///< products to choose from
  product,        ///< one thing to buy or install
  service,        ///< what a company or institution offers, a landing page
  count_
};

/// "article", "documentation" ...: what stands in the JSON as `kind`.
PITH_API std::string_view name_of(PageKind kind) noexcept;

}  // namespace pith
