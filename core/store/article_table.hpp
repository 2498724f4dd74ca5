#pragma once

#include <string>
#include <vector>

#include "core/extract/page_result.hpp"
#include "core/store/article_identity.hpp"
#include "core/store/near_copy_table.hpp"
#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Puts articles into a store and keeps to it that each is shown once (article_identity.hpp).
class ArticleTable {
 public:
  explicit ArticleTable(SqlDatabase& database) : database_(database), near_copies_(database) {}

  /// Adds the articles of a page that has none. Whether it is about one that is shown of another page, and
  /// `duplicate` for that if it was `done`.
  bool add(PageId id, const ClaimingPage& page, const PageResult& result);
  void remove(PageId id);
  /// Makes a page `duplicate` that was found unchanged and is about an article that is shown of another page;
  /// whether it did.
  bool set_aside_if_hidden(PageId id);

 private:
  /// An article that is in the store.
  struct Row {
    ArticleId id = 0;
    PageId page = 0;
    bool shown = false;
    ArticleClaim claim;
  };
  enum class Rows { shown, all };

  std::vector<Row> rows_of(const std::string& identity, Rows which);
  void settle(const std::string& identity);
  void show(const Row& row, bool shown);
  void insert(PageId page, const ArticleClaim& claim, bool shown, const ArticleRecord& article);

  SqlDatabase& database_;
  NearCopyTable near_copies_;
};

}  // namespace pith
