#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pith/metadata.hpp"

namespace pith::metadata {

enum class Field : std::uint8_t {
  title,
  description,
  author,
  published,
  modified,
  language,
  canonical,
  site_name,
  section,
  topic,
  licence,
  image,
  type,
  article_body,
  part_body,
  count_
};

/// How far a source is trusted; values of a lower number come first. Sources of equal trust keep the
/// order of the document. The order is part of the contract and written down in metadata.hpp.
enum Trust : int {
  trust_json_ld = 10,
  trust_open_graph = 20,
  trust_publisher_meta = 30,  ///< parsely-*, sailthru.*, citation_*
  trust_dublin_core = 40,
  trust_twitter = 50,
  trust_microdata = 60,
  trust_plain_meta = 70,  ///< <meta name=author>, name=description ...
  trust_markup = 80,      ///< h1, time, rel=author
  trust_visible = 88,     ///< lines below the headline
  trust_weak = 90,        ///< title element, JSON-LD of the page that is not the article
  trust_last = 100,       ///< organisations as authors, a class that says byline
};

/// Everything the sources say, before it is put in order.
class Candidates {
 public:
  /// Text is cleaned here (references resolved, tags off, white space collapsed); empty values are dropped.
  void add(Field field, int trust, std::string_view text, std::string origin);
  /// The same of the text of an element, in which "<video>" is something that was written.
  void add_text(Field field, int trust, std::string_view text, std::string origin);
  /// As it is: for values that are clean already.
  void add_clean(Field field, int trust, std::string text, std::string origin);
  /// Several names in one string.
  void add_names(int trust, std::string_view byline, const std::string& origin);
  bool has(Field field) const { return !fields_[static_cast<std::size_t>(field)].empty(); }
  /// The values in order of trust. Leaves nothing behind.
  std::vector<Metadata::Value> take(Field field);

 private:
  struct Entry {
    int trust;
    Metadata::Value value;
  };
  std::vector<Entry> fields_[static_cast<std::size_t>(Field::count_)];
};

/// A string out of an attribute or JSON as a reader would see it: tags in it are off.
std::string clean_value(std::string_view text);

/// The text of an element, from which the parser has taken the tags: what looks like one is a word.
std::string clean_text(std::string_view text);

/// A reference as seen from `base`; where no base is known only an absolute URL has an answer.
std::string absolute_url(std::string_view base, std::string_view reference);

}  // namespace pith::metadata
