#include "core/store/near_copy_table.hpp"

namespace pith {

void NearCopyTable::forget_page(PageId) {}

void NearCopyTable::forget_cluster_of(ArticleId) {}

}  // namespace pith
