#pragma once

#include <string>

namespace pith {

/// What a record's `id` says, where there is no JSON around it: `"a1"` is a1, `7` is 7. Empty of none.
std::string record_id_text(const std::string& json);

}  // namespace pith
