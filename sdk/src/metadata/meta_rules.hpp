#pragma once

#include <string>
#include <string_view>

#include "metadata/candidate.hpp"

namespace pith::metadata {

/// What a `<meta name>` or `<meta property>` is taken for.
struct MetaRule {
  Field field;
  int trust;
  /// The content is several values separated by commas.
  bool list = false;
};

/// The name in the form in which rules and Metadata::meta() know it: lower case, "dc:" as "dc.".
std::string meta_key(std::string_view name);

/// The rule of a key; nullptr if there is none.
const MetaRule* meta_rule(std::string_view key);

/// The field of a schema.org property in microdata or RDFa; Field::count_ if none.
Field field_of_property(std::string_view property);

}  // namespace pith::metadata
