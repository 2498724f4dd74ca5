#pragma once

#include <string>

namespace pith {

/// What went wrong with a transfer.
struct FetchProblem {
  std::string outcome;  ///< one word, as in FetchAttempt: "timeout", "connect", "dns", "reset", "tls", ...
  std::string sentence;
  bool again = false;  ///< whether the same request may succeed another time
};

}  // namespace pith
