#pragma once

#include <string>
#include <string_view>

#include "pith/export.hpp"

namespace pith {

/// A language as pages write it ("en_US", "EN-us", "zh-hans-cn", "pt_BR.UTF-8") in the form of BCP 47
/// (RFC 5646, section 2.1.1): language lower case, script in title case, region upper case. Empty if it is
/// no language tag ("English", "x-default").
PITH_API std::string language_tag(std::string_view written);

}  // namespace pith
