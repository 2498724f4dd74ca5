#pragma once

namespace pith {

/// What came of one step of decompressing.
enum class DecompressionStep { more, segment_ends, damaged };

}  // namespace pith
