#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

namespace pith {

/// Bytes that are no text.
struct SqlBlob {
  explicit SqlBlob(std::string_view all) : bytes(all) {}
  std::string_view bytes;
};

/// What is bound to a statement. Texts and blobs are views: they live as long as the call.
using SqlValue = std::variant<std::nullptr_t, std::int64_t, double, std::string_view, SqlBlob>;

/// An id; NULL for 0, which is none.
inline SqlValue reference(std::int64_t id) {
  if (id == 0) return nullptr;
  return id;
}

}  // namespace pith
