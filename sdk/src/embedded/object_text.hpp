#pragma once

#include <array>
#include <initializer_list>
#include <string>

#include "pith/json.hpp"

namespace pith::embedded {

/// Objects that hold an article's metadata beside its body, or both below the object with its name.
constexpr std::array<const char*, 10> title_holders{"meta",   "metadata",   "header",  "head",    "seo",
                                                    "fields", "attributes", "article", "content", "info"};

/// A value that is a string, or an object or list that wraps one, without markup; empty if it is neither.
std::string text_in(JsonValue value);

/// The first of the members with these names that has a text.
std::string first_text(JsonValue object, std::initializer_list<const char*> names);

}  // namespace pith::embedded
