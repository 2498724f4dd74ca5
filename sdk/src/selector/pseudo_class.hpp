#pragma once

#include <string>
#include <string_view>

#include "selector/compiled_selector.hpp"

namespace pith {

/// What stands after the name of a pseudo-class.
enum class PseudoArgument { none, list, relative_list, position, words };

/// A pseudo-class by its name (lower case, without the colon).
struct PseudoClass {
  std::string_view name;
  PseudoArgument argument = PseudoArgument::none;
  SimpleSelector::Kind kind = SimpleSelector::Kind::universal;
  /// Of those that count elements.
  bool from_end = false;
  bool of_type = false;
  /// Means both the first and the last of its kind.
  bool only = false;
};

/// Null if there is none of this name.
const PseudoClass* find_pseudo_class(std::string_view name);

/// What an author is told about a name that find_pseudo_class does not know.
std::string unknown_pseudo_class(const std::string& name);

}  // namespace pith
