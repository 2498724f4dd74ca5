#include "pith/boilerplate.hpp"

#include <array>
#include <cstddef>

namespace pith {
namespace {

#define PITH_BOILERPLATE_NAME(name) std::string_view(#name),
constexpr std::array kNames{PITH_BOILERPLATE_KINDS(PITH_BOILERPLATE_NAME)};
#undef PITH_BOILERPLATE_NAME

}  // namespace

std::string_view name_of(Boilerplate kind) noexcept {
  const auto index = static_cast<std::size_t>(kind);
  return index < kNames.size() ? kNames[index] : "other";
}

std::optional<Boilerplate> boilerplate_named(std::string_view name) noexcept {
  for (std::size_t index = 0; index < kNames.size(); ++index) {
    if (kNames[index] == name) return static_cast<Boilerplate>(index);
  }
  return std::nullopt;
}

}  // namespace pith
