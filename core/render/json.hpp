#pragma once

#include <string>
#include <string_view>

#include "pith/extraction.hpp"

namespace pith {

/// The version of docs/reference/pith-extraction.schema.json, written into every result.
inline constexpr std::string_view kJsonSchema = "pith-extraction/1";

/// What a result says beside what was extracted.
struct JsonOptions {
  /// A complete JSON value, written as it is: the `id` of a batch line. Empty: no `id` member.
  std::string id;
  /// Where the page was; empty if not known.
  std::string url;
  /// Whether the ledger goes along, as `removed`.
  bool explain = false;
  /// Indented, for reading; else one line without a line break at its end.
  bool pretty = false;
};

/// A page's result as a JSON object; docs/reference/schema.md describes the members. Always valid UTF-8
/// and, with a valid `id`, valid JSON. Same extraction and options, same bytes.
std::string render_json(const Extraction& extraction, const JsonOptions& options = {});

/// An article as one member of `articles` of the same schema, on one line.
std::string render_article_json(const Article& article);

/// A string as a JSON value, for JsonOptions::id.
std::string json_string(std::string_view text);

}  // namespace pith
