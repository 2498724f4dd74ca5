#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/extract/page_result.hpp"

namespace pith {

/// Lists as the store keeps them: one text of JSON.

/// [{"url", "canonical_url", "title", "relation", "published"}]: what is empty is left out, and a canonical
/// URL that is the URL.
std::string links_json(const std::vector<LinkRecord>& links);
/// [{"kind", "rule", "removals", "text_bytes"}]
std::string ledger_json(const std::vector<LedgerRecord>& ledger);
/// ["Ann Lee", "Bo Chan"]
std::string names_json(const std::vector<std::string>& names);
std::vector<std::string> names_of(std::string_view json);
/// [["Content-Type", "text/html"], ...]
std::string headers_json(const std::vector<std::pair<std::string, std::string>>& headers);
std::vector<std::pair<std::string, std::string>> headers_of(std::string_view json);

}  // namespace pith
