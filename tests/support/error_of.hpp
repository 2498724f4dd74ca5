#pragma once

#include <exception>
#include <string>

namespace pith {

/// What the error says that `step` throws; "no error" if it throws none.
template <class Step>
std::string error_of(Step step) {
  try {
    step();
  } catch (const std::exception& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace pith
