#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pith/article.hpp"
#include "pith/document.hpp"
#include "pith/export.hpp"
#include "pith/json.hpp"
#include "pith/page.hpp"

namespace pith {

/// What a page says about itself in its markup: JSON-LD, OpenGraph, Twitter cards, Dublin Core,
/// microdata, `rel=canonical`, `<time>`, `<title>`, `lang`. Read once per page, shared by plugin and
/// fallback. Values are in order of trust; each tells where it came from:
///
///  1. JSON-LD of the page's own article (the node whose `url` or `mainEntityOfPage` is the page before
///     others; lists of related articles are passed over); `rel=canonical` and `<html lang>` for theirs;
///  2. OpenGraph and `article:*`;
///  3. publishers' own meta elements: parsely-*, sailthru.*, citation_*, cXenseParse:*;
///  4. Dublin Core;
///  5. Twitter cards, and JSON-LD of the page as such (WebPage);
///  6. microdata and RDFa in the markup;
///  7. plain meta elements (`author`, `description`, `date` ...);
///  8. what a reader sees: `h1`, `<time>` near the headline, `rel=author`;
///  9. words around the headline: short lines with a date, lines such as "By Ann Lee | Politics";
/// 10. `<title>`, a `<time>` elsewhere, classes that say byline;
/// 11. organisations named as authors, the `h1` of a masthead, a date that only a line at the end says.
class PITH_API Metadata {
 public:
  struct Value {
    std::string text;
    /// "json-ld NewsArticle.headline", "meta og:title", "h1", "title" ...
    std::string origin;
  };

  /// Reads all of them. `page_url` resolves references and may be empty.
  static Metadata read(const Document& document, std::string_view page_url);

  Metadata();
  ~Metadata();
  Metadata(Metadata&&) noexcept;
  Metadata& operator=(Metadata&&) noexcept;

  std::vector<Value> titles;
  std::vector<Value> descriptions;
  /// One name each, already split; those of the most trusted source come first.
  std::vector<Value> authors;
  std::vector<Value> published;
  std::vector<Value> modified;
  std::vector<Value> languages;
  std::vector<Value> canonical_urls;
  std::vector<Value> site_names;
  std::vector<Value> sections;
  std::vector<Value> topics;
  std::vector<Value> licences;
  std::vector<Value> images;  ///< absolute URLs
  std::vector<Value> types;   ///< "NewsArticle", "og:article" ...
  /// JSON-LD articleBody; evidence of where the body is, rarely the body itself.
  std::vector<Value> article_bodies;
  /// The same of what the page's article is made of: entries of a live blog, answers to a question, replies
  /// of a thread. Comments below an article are not among them.
  std::vector<Value> part_bodies;
  std::optional<bool> is_accessible_for_free;
  /// Selectors of what is behind the paywall (hasPart.cssSelector).
  std::vector<std::string> paywalled_parts;

  /// The JSON-LD documents of the page, repaired where needed.
  const std::vector<JsonDocument>& json_ld() const noexcept;
  /// The first meta element's content with this name or property (case folded); empty if none.
  std::string_view meta(std::string_view name) const noexcept;

  /// Fills what is still empty in an article: title (site name stripped), authors, dates, language,
  /// canonical URL, ... and writes down the origins.
  void fill(Article& article) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pith
