#pragma once

#include <vector>

#include "pith/article.hpp"
#include "pith/ledger.hpp"

namespace pith {

/// Lines at the top of a body that say who wrote it and when ("By Ann Lee", "Published: 8:00am, 5 Aug 2025")
/// give the article what it has not yet, and go.
void take_byline_lines(std::vector<Block>& body, Article& article, Ledger& ledger);

/// A line at the top of a body that is nothing but the names of its authors, known from elsewhere, goes.
void drop_repeated_authors(std::vector<Block>& body, const Article& article, Ledger& ledger);

}  // namespace pith
