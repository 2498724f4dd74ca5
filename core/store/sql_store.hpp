#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/store/named_pages.hpp"
#include "core/store/page_queue.hpp"
#include "core/store/page_table.hpp"
#include "core/store/run_number.hpp"
#include "core/store/source_table.hpp"
#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"
#include "core/store/store_reader.hpp"

namespace pith {

/// A store in a database of tables, whichever it is.
class SqlStore : public Store {
 public:
  /// Brings the database to this program's version, or, to read, expects it there.
  SqlStore(std::unique_ptr<SqlDatabase> database, StoreUse use);

  std::string name() const override { return database_->name(); }
  SourceRow source(const std::string& kind, const std::string& location) override;
  std::vector<SourceRow> sources() override { return sources_.all(); }
  SourceChange adopt(SourceId source, const SourceSetting& setting) override;
  void reopen_source(SourceId source, std::optional<NewPage> page) override;
  std::vector<WaitingPage> take(std::size_t most, std::size_t most_of_a_host,
                                const std::vector<std::string>& busy, UnixMs now) override {
    return queue_.take(most, most_of_a_host, busy, now);
  }
  void give_back() override { queue_.give_back(); }
  BatchCounts write(const StoreBatch& batch) override;
  bool has_read(const std::string& key, const std::string& order,
                const std::string& content_digest) override {
    return reader_.has_read(key, order, content_digest);
  }
  StoreCounts counts() override { return reader_.counts(); }
  std::vector<PageGroup> page_groups(UnixMs now) override { return reader_.page_groups(run_.value(), now); }
  void for_each_page(const PageFilter& filter, const std::function<void(const StoredPage&)>& each) override {
    reader_.for_each_page(filter, each);
  }
  void for_each_article(const ArticleFilter& filter,
                        const std::function<bool(const StoredArticle&)>& each) override {
    reader_.for_each_article(filter, each);
  }
  std::uint64_t retry(const PageFilter& filter) override;
  std::optional<Page> raw_page(PageId page) override { return reader_.raw_page(page); }
  void replace_result(PageId page, const PageResult& result) override;
  std::uint64_t link_near_copies(const std::function<bool()>& stop) override;

 private:
  std::unique_ptr<SqlDatabase> database_;
  SourceTable sources_;
  RunNumber run_;
  NamedPages named_;
  PageTable pages_;
  PageQueue queue_;
  StoreReader reader_;
};

}  // namespace pith
