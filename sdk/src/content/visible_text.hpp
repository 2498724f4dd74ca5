#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "pith/ledger.hpp"
#include "pith/node.hpp"

namespace pith {

/// Whether a text begins or ends with white space; both for one that holds nothing else.
struct EdgeSpace {
  bool before = false;
  bool after = false;
};
EdgeSpace edge_space(std::string_view text);

/// What a reader would see of a node, less what `ledger` has cut (if one is given); stops after about
/// `most_bytes`.
std::string collect_visible_text(Node node, const Ledger* ledger,
                                 std::size_t most_bytes = static_cast<std::size_t>(-1));

}  // namespace pith
