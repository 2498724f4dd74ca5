#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "core/store/sql_value.hpp"

namespace pith {

/// The parameters of a statement as libpq takes them: numbers and texts in letters, blobs as they are. Texts
/// are made valid UTF-8 without null characters, for PostgreSQL takes no others.
class PostgresValues {
 public:
  explicit PostgresValues(std::initializer_list<SqlValue> values);

  int count() const { return static_cast<int>(pointers_.size()); }
  const char* const* pointers() const { return pointers_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }

 private:
  std::vector<std::string> texts_;
  std::vector<const char*> pointers_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

}  // namespace pith
