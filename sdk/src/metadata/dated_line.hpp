#pragma once

#include <string>
#include <vector>

namespace pith::metadata {

/// A part of a line that has a date, and whether its words say that the page was changed then.
struct DatedPart {
  bool change = false;
  std::string text;
};

/// The parts of a line that have dates: one, unless words say of several what each is ("Published 3 June 2025
/// | Updated: June 4, 2025"). Such words stand before their dates or, all of them, behind.
std::vector<DatedPart> dated_parts(const std::string& line);

/// Whether a line says anywhere what its date is.
bool is_labelled(const std::string& line);

/// Whether a line begins so: elsewhere than near the headline it must.
bool begins_with_label(const std::string& line);

}  // namespace pith::metadata
