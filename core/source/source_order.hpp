#pragma once

#include <string>
#include <string_view>

#include "core/archive/archive_stream.hpp"

namespace pith {

/// SourceItem::order: compared as a string, greater is newer: by time of fetch (in whatever zone it is given;
/// none is the oldest), then by the place in the source.
std::string source_order(std::string_view fetched_at, std::string_view location, const ArchivePlace& place);

}  // namespace pith
