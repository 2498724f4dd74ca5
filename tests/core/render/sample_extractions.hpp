#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pith/extraction.hpp"

namespace pith::test {

/// One article with everything that an article can have, and a ledger with every kind of removal.
Extraction complete_extraction();

/// The example of docs/reference/schema.md.
Extraction documented_extraction();

/// Results that between them show every member of the JSON schema in every form, each with a name.
std::vector<std::pair<std::string, Extraction>> sample_extractions();

}  // namespace pith::test
