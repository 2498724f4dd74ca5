#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"
#include "core/store/store_lock.hpp"

namespace pith {

/// A SQLite file, by SQLite's own C interface: its statements take views of texts, which wrappers copy.
///
/// It is kept in WAL mode with synchronous=NORMAL: a commit is one write without a wait for the disk. A
/// process that is killed loses nothing, for what it wrote is the system's. When the machine itself stops,
/// the last commits may be gone, but always a whole tail of them, never one in the middle and never a part of
/// one (https://www.sqlite.org/pragma.html#pragma_synchronous). As a page, its articles, what was found on it
/// and how far its source was read are in one commit, such a tail is work that is done again, not work that
/// is missed.
class SqliteDatabase : public SqlDatabase {
 public:
  SqliteDatabase(const std::string& path, StoreUse use);
  ~SqliteDatabase() override;
  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;

  SqlDialect dialect() const override { return SqlDialect::sqlite; }
  const std::string& name() const override { return path_; }
  std::uint64_t run(const char* statement, std::initializer_list<SqlValue> values) override;
  void query(const char* statement, std::initializer_list<SqlValue> values,
             const std::function<bool(const SqlRow&)>& each) override;
  void script(const std::string& statements) override;
  void begin() override;
  void begin_reading() override;
  void commit() override;
  void roll_back() noexcept override;

 private:
  struct Closer {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Closer>;

  void open(const std::string& file, int flags);
  void open_to_read();
  void set_up();
  sqlite3_stmt* prepared(const char* text);
  /// What SQLite says, as the Error of this store.
  [[noreturn]] void fail(int code) const;

  std::string path_;
  std::unique_ptr<StoreLock> lock_;
  std::unique_ptr<sqlite3, Closer> database_;
  std::unordered_map<const char*, Statement> statements_;
};

}  // namespace pith
