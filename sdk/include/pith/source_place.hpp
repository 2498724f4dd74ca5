#pragma once

namespace pith {

/// A line of a plugin's own source, so that an error in a table names the line to mend. As
/// std::source_location, which clang 14 does not have.
struct SourcePlace {
  const char* file = "";
  unsigned line = 0;
  static constexpr SourcePlace current(const char* file = __builtin_FILE(),
                                       unsigned line = __builtin_LINE()) {
    return {file, line};
  }
};

}  // namespace pith
