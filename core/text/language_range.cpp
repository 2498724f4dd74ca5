#include "core/text/language_range.hpp"

namespace pith {
namespace {

constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool is_in_language_range(std::string_view tag, std::string_view range) noexcept {
  if (tag.size() < range.size()) return false;
  for (std::size_t i = 0; i < range.size(); ++i) {
    if (lower(tag[i]) != lower(range[i])) return false;
  }
  return tag.size() == range.size() || tag[range.size()] == '-';
}

}  // namespace pith
