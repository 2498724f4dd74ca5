#pragma once

#include <string>
#include <string_view>

namespace pith {

/// The name of a host as DNS knows it, by IDNA (UTS #46, as browsers do it): "bücher.example" becomes
/// "xn--bcher-kva.example". Empty if there is no such name. libcurl could do it only in a locale of UTF-8,
/// which a program in a container often does not have.
std::string ascii_host(std::string_view name);

}  // namespace pith
