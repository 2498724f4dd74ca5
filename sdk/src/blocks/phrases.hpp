#pragma once

#include "pith/article.hpp"
#include "pith/ledger.hpp"

namespace pith {

/// Takes out what is boilerplate in any article by its words, whatever site it stands on: notices of
/// copyright and syndication (Article::syndicated_from is set), promotion of newsletters and apps,
/// "Advertisement". The phrases are data (the folder phrases). Never takes more than half of the words of a
/// body by whole blocks.
void clean_known_phrases(Article& article, Ledger& ledger);

}  // namespace pith
