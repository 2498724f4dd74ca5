#pragma once

#include <optional>
#include <string_view>

#include "pith/export.hpp"

/// One vocabulary for everything that is cut away. A closed list: kinds are added with a new version of
/// the JSON schema and never repurposed.
// clang-format off
#define PITH_BOILERPLATE_KINDS(X) \
  X(navigation) X(masthead) X(share) X(advertisement) X(newsletter) X(app_promo) X(product_promo) \
  X(related) X(read_more) X(comments) X(media_player) X(popup) X(cookie_notice) X(paywall_notice) \
  X(tags) X(author_bio) X(photo_credit) X(syndication_notice) X(copyright) X(footer) X(widget) \
  X(duplicate) X(tracking) X(citation_mark) X(other)
// clang-format on

namespace pith {

enum class Boilerplate {
#define PITH_BOILERPLATE_ENUM(name) name,
  PITH_BOILERPLATE_KINDS(PITH_BOILERPLATE_ENUM)
#undef PITH_BOILERPLATE_ENUM
};

/// "app_promo" and so on, as in the JSON schema.
PITH_API std::string_view name_of(Boilerplate kind) noexcept;
PITH_API std::optional<Boilerplate> boilerplate_named(std::string_view name) noexcept;

}  // namespace pith
