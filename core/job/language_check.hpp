#pragma once

#include <string>

namespace pith {

/// What is wrong with a language tag (BCP 47: "en", "pt-BR"), in words that go on after it; empty if nothing
/// is. A name ("English"), a longer code where there is a short one ("eng") and '_' for '-' are told with the
/// tag that was meant, for an article's language never equals them. By ICU.
std::string language_problem(const std::string& tag);

}  // namespace pith
