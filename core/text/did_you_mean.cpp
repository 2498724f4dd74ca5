#include "core/text/did_you_mean.hpp"

#include "core/text/nearest_name.hpp"

namespace pith {

std::string did_you_mean(std::string_view given, const std::vector<std::string>& names) {
  const std::string near = nearest_name(given, names);
  return near.empty() ? "" : " (did you mean '" + near + "'?)";
}

}  // namespace pith
