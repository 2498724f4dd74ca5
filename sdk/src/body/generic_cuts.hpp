#pragma once

#include <optional>
#include <string>

#include "pith/boilerplate.hpp"
#include "pith/node.hpp"
#include "pith/page_context.hpp"

namespace pith {

struct GenericCut {
  Boilerplate kind;
  std::string rule;
};

/// Whether an element inside a body is what no body holds, whatever the site: by element (`nav`,
/// `form`), by role, by the words of its class list. Never takes an element that holds most of `root`'s
/// text.
std::optional<GenericCut> generic_cut(Node element, Node root, PageContext& context);

/// What an element says that it is, by its name, role, class list and id: the kind of boilerplate it would be
/// if it is any. Nothing if it says nothing.
std::optional<GenericCut> declared_boilerplate(Node element);

}  // namespace pith
