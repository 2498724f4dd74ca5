#pragma once

#include <string>
#include <string_view>

#include "core/store/store.hpp"
#include "pith/article.hpp"

namespace pith {

/// What is known of an article as YAML between two lines of "---", as static site generators and note-takers
/// read it at the head of a Markdown file. In this order, each only where it is known:
///
///     title, subtitle, authors (list), published, modified, url, canonical_url, site, publisher, section,
///     topics (list), language, kind, completeness, status (if it is not "ok"), summary, image, licence,
///     is_accessible_for_free, syndicated_from, near_copy_of, file (of a page without a URL: where it lies in
///     its source), id (of its record in JSON Lines)
///
/// Nothing in it depends on when the page was fetched: an unchanged article is an unchanged file.
std::string front_matter(const StoredArticle& stored, const Article& article);

/// A text on one line (one_line.hpp) as a double-quoted scalar of YAML 1.2, section 7.3.1. A JSON string is
/// one, so no library is needed and none of YAML's plain words ("no", "2025-08-01", "1e3") can be taken for
/// something else than text. Characters that turn the direction of writing are escaped: in an editor they
/// would make a value look like another.
std::string yaml_string(std::string_view text);

}  // namespace pith
