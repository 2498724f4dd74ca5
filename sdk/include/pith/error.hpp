#pragma once

#include <stdexcept>
#include <string>

#include "pith/export.hpp"

namespace pith {

/// What could not be done as asked.
///
/// Absence is not an error: a selector that matches nothing gives an empty Node, a page without a date
/// has no date. An Error says that something was asked for that cannot be: a bad selector, an
/// unreadable input, a limit reached. Its `what()` is one line, lower case, the place first, so that an
/// editor can jump to it: "<where>: <what>: <remedy>"; empty parts are left out.
class PITH_API Error : public std::runtime_error {
 public:
  explicit Error(const std::string& problem, const std::string& where = {}, const std::string& remedy = {});
  ~Error() override;

  const std::string& problem() const noexcept { return problem_; }
  const std::string& where() const noexcept { return where_; }
  const std::string& remedy() const noexcept { return remedy_; }

 private:
  std::string problem_;
  std::string where_;
  std::string remedy_;
};

}  // namespace pith
