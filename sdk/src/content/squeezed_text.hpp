#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith {

/// Letters and digits only, ASCII case folded: how a text in the page's data is found among its runs. Stops
/// at about `most` bytes.
std::string squeezed_text(std::string_view text, std::size_t most);

}  // namespace pith
