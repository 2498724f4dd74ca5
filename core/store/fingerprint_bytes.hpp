#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pith {

/// A sketch as bytes, four a member, the least significant first.
std::string fingerprint_bytes(const std::vector<std::uint32_t>& fingerprint);
/// The sketch again; what does not fill a member is left out.
std::vector<std::uint32_t> fingerprint_of(std::string_view bytes);

}  // namespace pith
