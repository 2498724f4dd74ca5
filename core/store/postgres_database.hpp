#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include "core/store/postgres_location.hpp"
#include "core/store/sql_database.hpp"
#include "core/store/store.hpp"

namespace pith {

/// A schema of a PostgreSQL database (version 10 or later), by libpq.
///
/// Several jobs may work on it at once. Each transaction begins by taking the schema's advisory lock, so that
/// they write one after another: what is shown of an article that several pages hold, and which is a copy of
/// which, is decided by looking at what is there, and writing takes a small part of the time that fetching
/// and extracting take. What is given out to be fetched is under that lock, too: a host is one job's at a
/// time.
///
/// A connection that breaks is made again once, and what was asked is asked again, unless a transaction was
/// under way: that is an Error, and nothing of it is written.
class PostgresDatabase : public SqlDatabase {
 public:
  PostgresDatabase(const std::string& location, StoreUse use);

  SqlDialect dialect() const override { return SqlDialect::postgres; }
  const std::string& name() const override { return place_.name; }
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
    void operator()(PGconn* connection) const { PQfinish(connection); }
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using Result = std::unique_ptr<PGresult, Closer>;

  void connect();
  void set_up();
  /// Whether it is sent; false if the connection is gone.
  bool send(const char* statement, std::initializer_list<SqlValue> values);
  const std::string& prepared(const char* statement);
  /// Reads the answer; nothing if the connection went before any of it came.
  bool receive(const std::function<bool(const SqlRow&)>& each, std::uint64_t& changed);
  std::uint64_t ask(const char* statement, std::initializer_list<SqlValue> values,
                    const std::function<bool(const SqlRow&)>& each);
  bool is_lost() const;
  [[noreturn]] void fail(const PGresult* result) const;

  PostgresLocation place_;
  StoreUse use_;
  std::unique_ptr<PGconn, Closer> connection_;
  std::unordered_map<const char*, std::string> statements_;
  bool in_transaction_ = false;
};

}  // namespace pith
