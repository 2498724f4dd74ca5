#pragma once

#include "pith/error.hpp"

namespace pith {

/// The command line is wrong: exit code 2.
class UsageError : public Error {
 public:
  using Error::Error;
};

}  // namespace pith
