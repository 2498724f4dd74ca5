#include "pith/page_kind.hpp"

namespace pith {

std::string_view name_of(PageKind kind) noexcept {
  switch (kind) {
    case PageKind::article:
      return "article";
    case PageKind::documentation:
      return "documentation";
    case PageKind::forum:
      return "forum";
    case PageKind::listing:
      return "listing";
    case PageKind::collection:
      return "collection";
    case PageKind::product:
      return "product";
    case PageKind::service:
      return "service";
    case PageKind::count_:
      break;
  }
  return "article";
}

}  // namespace pith
