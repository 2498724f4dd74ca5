#pragma once

#include <optional>

#include "pith/article.hpp"
#include "pith/page_context.hpp"

namespace scmp_data {

/// The article in `__NEXT_DATA__` (pages from 2021 on).
std::optional<pith::Article> read_next_data(pith::PageContext& context);

/// The article in `window.__APOLLO_STATE__` (2020): the markup then holds no body.
std::optional<pith::Article> read_apollo_state(pith::PageContext& context);

/// The article in the pieces pushed to `self.__next_f`: the first object that has a headline and a body.
std::optional<pith::Article> read_streamed(pith::PageContext& context);

}  // namespace scmp_data
