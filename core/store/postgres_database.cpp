#include "core/store/postgres_database.hpp"

#include <cstdlib>
#include <cstring>

#include "core/store/postgres_values.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

class PostgresRow : public SqlRow {
 public:
  explicit PostgresRow(const PGresult* result) : result_(result) {}
  bool is_null(int column) const override { return PQgetisnull(result_, 0, column) != 0; }
  std::int64_t integer(int column) const override {
    return std::strtoll(PQgetvalue(result_, 0, column), nullptr, 10);
  }
  double real(int column) const override { return std::strtod(PQgetvalue(result_, 0, column), nullptr); }
  std::string_view text(int column) const override {
    return {PQgetvalue(result_, 0, column), static_cast<std::size_t>(PQgetlength(result_, 0, column))};
  }
  std::string blob(int column) const override {
    std::size_t size = 0;
    const auto* value = reinterpret_cast<const unsigned char*>(PQgetvalue(result_, 0, column));
    unsigned char* bytes = PQunescapeBytea(value, &size);
    std::string copy(reinterpret_cast<const char*>(bytes), bytes != nullptr ? size : 0);
    PQfreemem(bytes);
    return copy;
  }

 private:
  const PGresult* result_;
};

/// What libpq says, in one line.
std::string one_line(const char* text) {
  std::string line = text != nullptr ? text : "";
  while (!line.empty() && (line.back() == '\n' || line.back() == ' ')) line.pop_back();
  for (char& c : line) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return line;
}

/// Whether the server says that it ends the connection: libpq sees that only afterwards.
bool is_farewell(const PGresult* result) {
  const char* const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  return state != nullptr && std::strncmp(state, "57P", 3) == 0;
}

void say_nothing(void*, const char*) {}

}  // namespace

PostgresDatabase::PostgresDatabase(const std::string& location, StoreUse use)
    : place_(PostgresLocation::of(location)), use_(use) {
  connect();
}

void PostgresDatabase::connect() {
  statements_.clear();
  in_transaction_ = false;
  // What the URL says overrides what comes before it.
  const char* const keywords[] = {"connect_timeout",
                                  "keepalives_idle",
                                  "tcp_user_timeout",
                                  "dbname",
                                  "client_encoding",
                                  "fallback_application_name",
                                  nullptr};
  const char* const values[] = {"15", "30", "60000", place_.url.c_str(), "UTF8", "pith", nullptr};
  connection_.reset(PQconnectdbParams(keywords, values, 1));
  if (connection_ == nullptr || PQstatus(connection_.get()) != CONNECTION_OK) {
    throw Error("no connection: " + one_line(PQerrorMessage(connection_.get())), place_.name,
                "see that the server runs and lets this user in");
  }
  PQsetNoticeProcessor(connection_.get(), say_nothing, nullptr);
  set_up();
}

void PostgresDatabase::set_up() {
  script("SET search_path TO " + place_.schema);
  if (use_ == StoreUse::read) {
    script("SET default_transaction_read_only = on");
    return;
  }
  script(
      "BEGIN; SELECT pg_advisory_xact_lock(hashtext('pith store')); "
      "CREATE SCHEMA IF NOT EXISTS " +
      place_.schema + "; COMMIT");
}

bool PostgresDatabase::is_lost() const {
  return PQstatus(connection_.get()) != CONNECTION_OK;
}

const std::string& PostgresDatabase::prepared(const char* statement) {
  auto& known = statements_[statement];
  if (known.empty()) {
    const std::string made = "s" + std::to_string(statements_.size());
    const Result result(PQprepare(connection_.get(), made.c_str(), statement, 0, nullptr));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
      if (is_lost()) return known;
      fail(result.get());
    }
    known = made;
  }
  return known;
}

bool PostgresDatabase::send(const char* statement, std::initializer_list<SqlValue> values) {
  const std::string& made = prepared(statement);
  if (made.empty()) return false;
  const PostgresValues bound(values);
  if (PQsendQueryPrepared(connection_.get(), made.c_str(), bound.count(), bound.pointers(), bound.lengths(),
                          bound.formats(), 0) == 0) {
    if (is_lost()) return false;
    fail(nullptr);
  }
  PQsetSingleRowMode(connection_.get());
  return true;
}

bool PostgresDatabase::receive(const std::function<bool(const SqlRow&)>& each, std::uint64_t& changed) {
  // Whatever happens, the answer is read to its end, or the connection could not be used again.
  struct Rest {
    PGconn* connection;
    ~Rest() {
      while (const auto result = Result(PQgetResult(connection))) {
      }
    }
  } const rest{connection_.get()};
  bool wanted = true;
  bool any = false;
  while (const auto result = Result(PQgetResult(connection_.get()))) {
    switch (PQresultStatus(result.get())) {
      case PGRES_SINGLE_TUPLE:
        any = true;
        if (wanted) wanted = each(PostgresRow(result.get()));
        break;
      case PGRES_TUPLES_OK:
      case PGRES_COMMAND_OK:
        changed = std::strtoull(PQcmdTuples(result.get()), nullptr, 10);
        break;
      default:
        if ((is_lost() || is_farewell(result.get())) && !any) return false;
        fail(result.get());
    }
  }
  return true;
}

std::uint64_t PostgresDatabase::ask(const char* statement, std::initializer_list<SqlValue> values,
                                    const std::function<bool(const SqlRow&)>& each) {
  std::uint64_t changed = 0;
  if (send(statement, values) && receive(each, changed)) return changed;
  if (in_transaction_) fail(nullptr);
  connect();
  if (send(statement, values) && receive(each, changed)) return changed;
  fail(nullptr);
}

std::uint64_t PostgresDatabase::run(const char* statement, std::initializer_list<SqlValue> values) {
  return ask(statement, values, [](const SqlRow&) { return true; });
}

void PostgresDatabase::query(const char* statement, std::initializer_list<SqlValue> values,
                             const std::function<bool(const SqlRow&)>& each) {
  ask(statement, values, each);
}

void PostgresDatabase::script(const std::string& statements) {
  const Result result(PQexec(connection_.get(), statements.c_str()));
  const auto status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(result.get());
}

void PostgresDatabase::begin() {
  run("BEGIN", {});
  in_transaction_ = true;
  run("SELECT pg_advisory_xact_lock(hashtext('pith store ' || current_schema()))", {});
}

void PostgresDatabase::begin_reading() {
  run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", {});
  in_transaction_ = true;
}

void PostgresDatabase::commit() {
  run("COMMIT", {});
  in_transaction_ = false;
}

void PostgresDatabase::roll_back() noexcept {
  in_transaction_ = false;
  if (!is_lost()) const Result result(PQexec(connection_.get(), "ROLLBACK"));
}

void PostgresDatabase::fail(const PGresult* result) const {
  if (is_lost()) {
    throw Error("the connection is lost: " + one_line(PQerrorMessage(connection_.get())), place_.name,
                "what was not written is done again when the job is run again");
  }
  const char* const state = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  const char* const message =
      result != nullptr ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
  const std::string told = one_line(message != nullptr ? message : PQerrorMessage(connection_.get()));
  // Codes of PostgreSQL's manual, appendix A.
  if (state != nullptr && std::strcmp(state, "53100") == 0) {
    throw StoreFull("no room left on the server: " + told, place_.name,
                    "make room and run the job again: it goes on where it stopped");
  }
  if (state != nullptr && std::strcmp(state, "42501") == 0) {
    throw Error(told, place_.name, "the user needs CREATE on the database, or a schema of its own");
  }
  throw Error("PostgreSQL fails: " + told, place_.name);
}

}  // namespace pith
