#include "pith/article.hpp"

namespace pith {

std::string_view name_of(Completeness completeness) noexcept {
  switch (completeness) {
    case Completeness::full:
      return "full";
    case Completeness::excerpt:
      return "excerpt";
    case Completeness::empty:
      return "empty";
  }
  return "full";
}

}  // namespace pith
