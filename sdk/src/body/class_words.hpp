#pragma once

#include <optional>
#include <string_view>

#include "pith/boilerplate.hpp"
#include "pith/node.hpp"

namespace pith {

/// What the words in an element's class list and id say of it. Names are taken apart at hyphens,
/// underscores and capitals ("socialShare-bar" is social, share, bar), so that "shared" or "adapt" is
/// never taken for "share" or "ad".
struct ClassEvidence {
  /// It says that it is boilerplate of this kind ...
  std::optional<Boilerplate> boilerplate;
  /// ... by this word, ...
  std::string_view word;
  /// ... which is weak: common in the names of ordinary wrappers, so that only short elements are
  /// believed.
  bool weak = false;
};

ClassEvidence class_evidence(Node element);

}  // namespace pith
