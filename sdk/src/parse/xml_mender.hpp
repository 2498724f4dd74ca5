#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "parse/position_map.hpp"
#include "pith/limits.hpp"

namespace pith {

/// XML that a parser will take, made from XML as it is found.
struct MendedXml {
  std::string xml;
  PositionMap positions;  ///< from `xml` to the page
  bool repaired = false;  ///< something was ill-formed
  bool dropped_attributes = false;
  bool dropped_deep = false;
};

/// Leaves out comments, processing instructions, the document type and all before and after the root
/// element, none of which readers of feeds miss (and no entity declaration survives). Repairs what makes a
/// parser stop: stray '&' and '<', names of HTML's entities, attributes without quotes or given twice, end
/// tags that are missing or match nothing, control characters. Keeps to the limits of depth and attributes.
/// Takes valid UTF-8.
MendedXml mend_xml(std::string_view page, const Limits& limits);

}  // namespace pith
