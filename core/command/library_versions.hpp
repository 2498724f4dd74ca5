#pragma once

#include <string>

namespace pith {

/// The libraries inside and their versions, as they are at run time where a library tells that: three lines,
/// for the page itself, for fetching and reading, and for jobs.
std::string library_versions();

}  // namespace pith
