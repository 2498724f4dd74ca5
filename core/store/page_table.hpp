#pragma once

#include <optional>
#include <string>

#include "core/store/article_table.hpp"
#include "core/store/named_pages.hpp"
#include "core/store/packed_page.hpp"
#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"

namespace pith {

/// Writes pages and what became of them. Every call belongs into a transaction of the caller.
class PageTable {
 public:
  PageTable(SqlDatabase& database, const RunNumber& run)
      : database_(database), run_(run), named_(database, run), articles_(database) {}

  OutcomeEnd write(const PageOutcome& outcome, BatchCounts& counts);
  void replace_result(PageId page, const PageResult& result);

 private:
  /// What is known of a page before its outcome is written.
  struct Known {
    PageId id = 0;
    std::string key;
    std::string url;
    std::string final_url;
    PageRole role = PageRole::article;
    PageState state = PageState::waiting;
    bool local = false;
    std::string place;
    std::string content_digest;
    SourceId source = 0;
    std::int64_t attempts = 0;
    bool is_new = false;
  };

  std::optional<Known> find(const char* statement, const SqlValue& value);
  /// The page an outcome is of; nothing if it is to be left alone.
  std::optional<Known> page_of(const PageOutcome& outcome, BatchCounts& counts);
  /// Whether what a source has of a page goes before what is known of it.
  bool takes_place_of(const Known& page, const PageOutcome& outcome);
  static bool is_better(const Known& page, const PageOutcome& outcome);
  bool is_read(SourceId source);
  Known add_local(const PageOutcome& outcome);
  /// The page under its former key, which has its new one after that.
  std::optional<Known> renamed(const NewPage& page);
  void write_state(const Known& page, const PageOutcome& outcome);
  /// Whether the page is `duplicate` after it.
  bool write_result(const Known& page, const std::string& address, const PageResult& result);
  void write_details(const Known& page, const PageResult& result);
  void write_attempts(const Known& page, const std::vector<AttemptRecord>& attempts);
  void write_raw(const Known& page, const PageOutcome& outcome);
  void forget_result(const Known& page);

  SqlDatabase& database_;
  const RunNumber& run_;
  NamedPages named_;
  ArticleTable articles_;
  PagePacker packer_;
};

}  // namespace pith
