#include "pith/tag.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace pith {
namespace {

constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::count_);

// `template` is a word of C++, hence the underscore in the enumeration.
constexpr std::string_view without_underscore(std::string_view name) {
  return name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
}

constexpr std::array<std::string_view, tag_count> names = {std::string_view{}, std::string_view{},
#define PITH_TAG_NAME(name) without_underscore(#name),
                                                           PITH_TAGS(PITH_TAG_NAME)
#undef PITH_TAG_NAME
};

using NamedTag = std::pair<std::string_view, Tag>;

std::array<NamedTag, tag_count - 2> sorted_by_name() {
  std::array<NamedTag, tag_count - 2> sorted;
  for (std::size_t i = 0; i < sorted.size(); ++i) sorted[i] = {names[i + 2], static_cast<Tag>(i + 2)};
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

}  // namespace

Tag tag_of(std::string_view lower_case_name) noexcept {
  static const auto sorted = sorted_by_name();
  const auto found =
      std::lower_bound(sorted.begin(), sorted.end(), lower_case_name,
                       [](const NamedTag& entry, std::string_view name) { return entry.first < name; });
  if (found == sorted.end() || found->first != lower_case_name) return Tag::other;
  return found->second;
}

std::string_view name_of(Tag tag) noexcept {
  const auto index = static_cast<std::size_t>(tag);
  return index < names.size() ? names[index] : std::string_view{};
}

}  // namespace pith
