#include "core/store/names.hpp"

#include <string>

#include "pith/error.hpp"

namespace pith {
namespace {

/// The one of the first `count` values of an enumeration that has this name.
template <typename Enum>
Enum named(std::string_view name, int count, const char* what) {
  for (int i = 0; i < count; ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  throw Error("a store with a " + std::string(what) + " of '" + std::string(name) + "', which there is not");
}

}  // namespace

std::string_view name_of(PageRole role) noexcept {
  switch (role) {
    case PageRole::article:
      return "article";
    case PageRole::feed:
      return "feed";
    case PageRole::sitemap:
      return "sitemap";
  }
  return "";
}

std::string_view name_of(PageState state) noexcept {
  switch (state) {
    case PageState::waiting:
      return "waiting";
    case PageState::done:
      return "done";
    case PageState::failed:
      return "failed";
    case PageState::refused:
      return "refused";
    case PageState::filtered:
      return "filtered";
    case PageState::duplicate:
      return "duplicate";
  }
  return "";
}

PageRole role_named(std::string_view name) {
  return named<PageRole>(name, static_cast<int>(PageRole::sitemap) + 1, "role");
}

PageState state_named(std::string_view name) {
  return named<PageState>(name, static_cast<int>(PageState::duplicate) + 1, "state");
}

Status status_named(std::string_view name) {
  return named<Status>(name, static_cast<int>(Status::failed) + 1, "status");
}

}  // namespace pith
