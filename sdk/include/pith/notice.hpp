#pragma once

#include <string>

namespace pith {

/// Something a reader of the result should know though it is not an error: a limit that was reached,
/// invalid bytes that were replaced, a fallback that was taken.
struct Notice {
  enum class Kind {
    limit,     ///< a limit was reached and something is left out
    charset,   ///< bytes that were no text became U+FFFD, or a wrong conversion was undone
    data,      ///< embedded data (JSON-LD, ...) was broken and repaired or ignored
    fallback,  ///< what was asked first did not work and something else was used
  };
  Kind kind;
  /// One sentence, lower case, no full stop.
  std::string text;
};

}  // namespace pith
