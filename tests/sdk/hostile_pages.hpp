#pragma once

#include <functional>
#include <string>
#include <vector>

namespace pith {

/// A page made to hurt, of about any size.
struct HostilePage {
  const char* name;
  std::function<std::string(std::size_t bytes)> make;
};

/// All the shapes that are known to hurt parsers, or might.
const std::vector<HostilePage>& hostile_pages();

}  // namespace pith
