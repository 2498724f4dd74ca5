#pragma once

#include <string>

#include "pith/article.hpp"
#include "pith/json.hpp"
#include "pith/page_context.hpp"

namespace pith::embedded {

/// The values beside the body: authors, dates, summary, image, section, topics, language, URL, publisher.
void read_fields(JsonValue object, const std::string& origin, PageContext& context, Article& article);

}  // namespace pith::embedded
