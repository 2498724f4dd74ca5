#pragma once

#include <string>
#include <utility>

#include "parse/atom_hash.hpp"
#include "pith/text.hpp"
#include "selector/compiled_selector.hpp"

namespace pith {

/// A simple selector that compares a name, with the hashes it is compared by.
inline SimpleSelector named_selector(SimpleSelector::Kind kind, std::string name) {
  SimpleSelector simple;
  simple.kind = kind;
  simple.hash = atom_hash(name);
  simple.lower_name = lower_ascii(name);
  simple.lower_hash = atom_hash(simple.lower_name);
  simple.name = std::move(name);
  return simple;
}

}  // namespace pith
