#include "pith/tag.hpp"

#include <array>
#include <cstddef>

#include "parse/atom_hash.hpp"

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

/// By hash, at the next free place where two would have the same; `none` where there is none.
constexpr std::size_t places = 512;
static_assert(tag_count * 2 < places);
constexpr auto by_hash = [] {
  std::array<Tag, places> tags{};
  for (std::size_t i = 2; i < tag_count; ++i) {
    std::size_t at = atom_hash(names[i]) % places;
    while (tags[at] != Tag::none) at = (at + 1) % places;
    tags[at] = static_cast<Tag>(i);
  }
  return tags;
}();

}  // namespace

Tag tag_of(std::string_view lower_case_name) noexcept {
  std::size_t at = atom_hash(lower_case_name) % places;
  while (by_hash[at] != Tag::none && name_of(by_hash[at]) != lower_case_name) at = (at + 1) % places;
  return by_hash[at] == Tag::none ? Tag::other : by_hash[at];
}

std::string_view name_of(Tag tag) noexcept {
  const auto index = static_cast<std::size_t>(tag);
  return index < names.size() ? names[index] : std::string_view{};
}

}  // namespace pith
