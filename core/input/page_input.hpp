#pragma once

#include <string>

#include "pith/limits.hpp"
#include "pith/page.hpp"

namespace pith {

/// The page that an INPUT on the command line means: a URL is fetched, "-" is standard input, anything else
/// is a file (gzip by its contents). `url` is where a file or standard input came from; empty if not
/// known. Throws Error, with the input as the place.
Page read_page(const std::string& input, const std::string& url, const Limits& limits = {});

}  // namespace pith
