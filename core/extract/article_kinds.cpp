#include "core/extract/article_kinds.hpp"

#include "pith/page_kind.hpp"

namespace pith {

const std::vector<std::string>& article_kinds() {
  static const std::vector<std::string> kinds = [] {
    std::vector<std::string> all{"summary", "post"};
    for (int kind = 0; kind < static_cast<int>(PageKind::count_); ++kind) {
      all.emplace_back(name_of(static_cast<PageKind>(kind)));
    }
    return all;
  }();
  return kinds;
}

}  // namespace pith
