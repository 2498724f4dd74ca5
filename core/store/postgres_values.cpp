#include "core/store/postgres_values.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "core/render/utf8.hpp"

namespace pith {
namespace {

std::string storable(std::string_view text) {
  std::string valid = valid_utf8(text);
  if (valid.find('\0') != std::string::npos) std::replace(valid.begin(), valid.end(), '\0', ' ');
  return valid;
}

std::string in_letters(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof(text), value).ptr;
  return {text, end};
}

/// The text of a value; blobs are handled apart.
struct TextOf {
  std::string operator()(std::nullptr_t) const { return {}; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return in_letters(value); }
  std::string operator()(std::string_view text) const { return storable(text); }
  std::string operator()(SqlBlob) const { return {}; }
};

}  // namespace

PostgresValues::PostgresValues(std::initializer_list<SqlValue> values) {
  texts_.reserve(values.size());  // pointers into it must last
  for (const SqlValue& value : values) {
    if (const auto* blob = std::get_if<SqlBlob>(&value)) {
      pointers_.push_back(blob->bytes.data() != nullptr ? blob->bytes.data() : "");
      lengths_.push_back(static_cast<int>(blob->bytes.size()));
      formats_.push_back(1);
      continue;
    }
    texts_.push_back(std::visit(TextOf{}, value));
    const bool null = std::holds_alternative<std::nullptr_t>(value);
    pointers_.push_back(null ? nullptr : texts_.back().c_str());
    lengths_.push_back(0);
    formats_.push_back(0);
  }
}

}  // namespace pith
