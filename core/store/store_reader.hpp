#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Reads what a store has. Changes nothing.
class StoreReader {
 public:
  explicit StoreReader(SqlDatabase& database) : database_(database) {}

  bool has_read(const std::string& key, const std::string& order, const std::string& content_digest);
  StoreCounts counts();
  std::vector<PageGroup> page_groups(std::int64_t run, UnixMs now);
  void for_each_page(const PageFilter& filter, const std::function<void(const StoredPage&)>& each);
  void for_each_article(const ArticleFilter& filter, const std::function<bool(const StoredArticle&)>& each);
  std::optional<Page> raw_page(PageId page);

 private:
  SqlDatabase& database_;
};

}  // namespace pith
