#include "core/store/sqlite_database.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "core/store/sqlite_problem.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

/// How long another program that looks into the file is waited for.
constexpr int busy_ms = 10'000;

class SqliteRow : public SqlRow {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
  bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
  double real(int column) const override { return sqlite3_column_double(statement_, column); }
  std::string_view text(int column) const override {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  std::string blob(int column) const override {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  sqlite3_stmt* statement_;
};

/// Binds one value; the views live until the statement is reset.
struct Binder {
  sqlite3_stmt* statement;
  int at;
  int operator()(std::nullptr_t) const { return sqlite3_bind_null(statement, at); }
  int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, at, value); }
  int operator()(double value) const { return sqlite3_bind_double(statement, at, value); }
  int operator()(std::string_view text) const {
    // A null pointer would be bound as NULL.
    const char* bytes = text.data() != nullptr ? text.data() : "";
    return sqlite3_bind_text64(statement, at, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  int operator()(SqlBlob blob) const {
    const char* bytes = blob.bytes.data() != nullptr ? blob.bytes.data() : "";
    return sqlite3_bind_blob64(statement, at, bytes, blob.bytes.size(), SQLITE_STATIC);
  }
};

/// A statement in use, put back whatever happens.
class Use {
 public:
  explicit Use(sqlite3_stmt* statement) : statement_(statement) {}
  ~Use() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  int bind(std::initializer_list<SqlValue> values) const {
    int at = 0;
    for (const SqlValue& value : values) {
      const int code = std::visit(Binder{statement_, ++at}, value);
      if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
  }

 private:
  sqlite3_stmt* statement_;
};

/// SQLite's numbered parameters are written ?1, and $1 is a name to it.
std::string with_question_marks(const char* text) {
  std::string statement = text;
  for (std::size_t at = 0; at + 1 < statement.size(); ++at) {
    if (statement[at] == '$' && statement[at + 1] >= '0' && statement[at + 1] <= '9') statement[at] = '?';
  }
  return statement;
}

void expect_file(const std::string& path) {
  std::error_code problem;
  const auto status = std::filesystem::status(path, problem);
  if (problem && status.type() != std::filesystem::file_type::not_found) {
    throw Error("cannot be opened: " + problem.message(), path);
  }
  if (status.type() == std::filesystem::file_type::not_found) {
    throw Error("no such store", path, "`pith job run` makes one");
  }
  if (status.type() == std::filesystem::file_type::directory) {
    throw Error("a folder, not a store", path, "name a file in it");
  }
  if (::access(path.c_str(), R_OK) != 0) {
    throw Error("may not be read: " + std::generic_category().message(errno), path);
  }
}

void expect_place(const std::string& path) {
  if (std::filesystem::exists(path)) return expect_file(path);
  const auto folder = std::filesystem::path(path).parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder)) {
    throw Error("the folder is not there", path, "make " + folder.string() + " first");
  }
}

}  // namespace

SqliteDatabase::SqliteDatabase(const std::string& path, StoreUse use) : path_(path) {
  if (use == StoreUse::read) {
    expect_file(path);
    open_to_read();
    return;
  }
  expect_place(path);
  lock_ = std::make_unique<StoreLock>(path);
  open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  set_up();
}

SqliteDatabase::~SqliteDatabase() {
  statements_.clear();
}

void SqliteDatabase::open(const std::string& file, int flags) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  database_.reset(opened);
  if (code != SQLITE_OK) fail(code);
  sqlite3_extended_result_codes(opened, 1);
  sqlite3_busy_timeout(opened, busy_ms);
}

/// Beside a job the WAL is read with it. Where nothing can be written at all, as on a read-only medium or a
/// full disk, SQLite cannot share a WAL and opens the file only if told that nobody changes it; then nothing
/// may be left in a WAL.
void SqliteDatabase::open_to_read() {
  open(path_, SQLITE_OPEN_READONLY);
  const int code =
      sqlite3_exec(database_.get(), "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return;
  const int kind = code & 0xff;
  const bool cannot_share =
      kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY || code == SQLITE_IOERR_SHMSIZE;
  std::error_code none;
  const auto pending = std::filesystem::file_size(path_ + "-wal", none);
  if (!cannot_share || (!none && pending > 0)) fail(code);
  std::string uri = "file:";
  for (const char c : path_) {
    if (c == '?' || c == '#' || c == '%') {
      constexpr const char* digits = "0123456789abcdef";
      uri += '%';
      uri += digits[static_cast<unsigned char>(c) >> 4];
      uri += digits[static_cast<unsigned char>(c) & 0xf];
    } else {
      uri += c;
    }
  }
  open(uri + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

void SqliteDatabase::set_up() {
  // Pages of 8 KiB hold an article in fewer links; 32 MiB of cache hold the indexes of some 100,000 pages; a
  // checkpoint every 32 MiB instead of every 4 MiB writes what changes often once.
  script(
      "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
      "PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;"
      "PRAGMA wal_autocheckpoint = 4096; PRAGMA journal_size_limit = 67108864;");
}

sqlite3_stmt* SqliteDatabase::prepared(const char* text) {
  auto& statement = statements_[text];
  if (statement == nullptr) {
    const std::string adapted = with_question_marks(text);
    sqlite3_stmt* made = nullptr;
    const int code =
        sqlite3_prepare_v3(database_.get(), adapted.c_str(), static_cast<int>(adapted.size()) + 1,
                           SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    statement.reset(made);
    if (code != SQLITE_OK) fail(code);
  }
  return statement.get();
}

std::uint64_t SqliteDatabase::run(const char* statement, std::initializer_list<SqlValue> values) {
  query(statement, values, [](const SqlRow&) { return true; });
  return static_cast<std::uint64_t>(sqlite3_changes64(database_.get()));
}

void SqliteDatabase::query(const char* statement, std::initializer_list<SqlValue> values,
                           const std::function<bool(const SqlRow&)>& each) {
  sqlite3_stmt* const made = prepared(statement);
  const Use use(made);
  if (const int code = use.bind(values); code != SQLITE_OK) fail(code);
  const SqliteRow row(made);
  int code = sqlite3_step(made);
  for (; code == SQLITE_ROW; code = sqlite3_step(made)) {
    if (!each(row)) return;
  }
  if (code != SQLITE_DONE) fail(code);
}

void SqliteDatabase::script(const std::string& statements) {
  const int code = sqlite3_exec(database_.get(), statements.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

// IMMEDIATE: what is read in it is still so when it is written.
void SqliteDatabase::begin() {
  run("BEGIN IMMEDIATE", {});
}

void SqliteDatabase::begin_reading() {
  run("BEGIN DEFERRED", {});
}

void SqliteDatabase::commit() {
  run("COMMIT", {});
}

void SqliteDatabase::roll_back() noexcept {
  // After some errors SQLite has already done it.
  if (sqlite3_get_autocommit(database_.get()) == 0) {
    sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

void SqliteDatabase::fail(int code) const {
  throw_sqlite_problem(path_, database_.get(), code);
}

}  // namespace pith
