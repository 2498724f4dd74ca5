#pragma once

#include <cstdint>

#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Which articles of a store are near-copies of which (core/fingerprint/near_copies.hpp).
class NearCopyTable {
 public:
  explicit NearCopyTable(SqlDatabase& database) : database_(database) {}

  /// Before a page's articles are removed: those that were like them are to be compared anew.
  void forget_page(PageId page);
  /// An article was shown or set aside: it and those like it are to be compared anew.
  void forget_cluster_of(ArticleId article);

 private:
  SqlDatabase& database_;
};

}  // namespace pith
