#include "pith/error.hpp"

namespace pith {
namespace {

std::string one_line(const std::string& problem, const std::string& where, const std::string& remedy) {
  std::string line;
  if (!where.empty()) line += where + ": ";
  line += problem;
  if (!remedy.empty()) line += ": " + remedy;
  return line;
}

}  // namespace

Error::Error(const std::string& problem, const std::string& where, const std::string& remedy)
    : std::runtime_error(one_line(problem, where, remedy)),
      problem_(problem),
      where_(where),
      remedy_(remedy) {}

Error::~Error() = default;

}  // namespace pith
