#include "core/command/test_command.hpp"

#include "pith/error.hpp"

namespace pith {

int run_test(const std::vector<std::string>&) {
  throw Error("`pith test` is on its way");
}

}  // namespace pith
