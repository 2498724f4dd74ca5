#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pith {

/// A row of an answer, columns from 0. Views live until the next row. NULL reads as 0, or as empty.
class SqlRow {
 public:
  virtual ~SqlRow() = default;
  virtual bool is_null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;
  virtual double real(int column) const = 0;
  virtual std::string_view text(int column) const = 0;
  virtual std::string blob(int column) const = 0;
};

/// Reads a row's columns one after another.
class SqlColumns {
 public:
  explicit SqlColumns(const SqlRow& row) : row_(row) {}
  bool next_is_null() const { return row_.is_null(at_); }
  std::int64_t integer() { return row_.integer(at_++); }
  double real() { return row_.real(at_++); }
  std::string text() { return std::string(row_.text(at_++)); }
  std::string blob() { return row_.blob(at_++); }
  void skip() { ++at_; }

 private:
  const SqlRow& row_;
  int at_ = 0;
};

}  // namespace pith
