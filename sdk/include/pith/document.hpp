#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pith/export.hpp"
#include "pith/limits.hpp"
#include "pith/node.hpp"
#include "pith/notice.hpp"
#include "pith/page.hpp"

namespace pith {

/// A parsed page: one flat table in document order, a row per element or text.
///
/// HTML is parsed by Gumbo into an arena that is dropped in one piece after the tree has been
/// flattened; contents of script, style and comments are withheld from it and kept as slices
/// (Node::raw_text). XML (feeds, sitemaps) becomes the same table through libxml2, which recovers from
/// ill-formed input and resolves no external or nested entities. Comments are not part of the table.
///
/// Immutable after parsing; copies share the table; safe to use from any number of threads.
class PITH_API Document {
 public:
  /// An empty document.
  Document();

  /// Decodes the page's bytes (charset.hpp) and parses them as HTML or, if the content type or the
  /// first bytes say so, as XML. Never fails on any bytes: what had to be left out is in notices().
  static Document from(const Page& page, const Limits& limits = {});
  /// Parses HTML that is UTF-8 already. Invalid UTF-8 is replaced.
  static Document parse(std::string html, const Limits& limits = {});
  /// Parses XML that is UTF-8 already.
  static Document parse_xml(std::string xml, const Limits& limits = {});

  /// Row 0, the document itself: the parent of `html`.
  Node root() const noexcept;
  Node html() const noexcept;
  Node head() const noexcept;
  Node body() const noexcept;
  /// The node of a row; empty beyond the last.
  Node at(std::uint32_t row) const noexcept;
  std::uint32_t size() const noexcept;
  bool is_xml() const noexcept;

  Node find(const Selector& selector) const;
  std::vector<Node> select(const Selector& selector) const;

  /// The WHATWG name of the charset the page was read in ("UTF-8", "windows-1252", ...).
  const std::string& encoding() const noexcept;
  /// What was left out or replaced while parsing.
  const std::vector<Notice>& notices() const noexcept;
  /// The page in UTF-8, before parsing. Positions of Node::source() are *not* offsets into it unless
  /// the page was UTF-8 to begin with.
  std::string_view utf8() const noexcept;

  const DocumentTable& table() const noexcept { return *table_; }

 private:
  explicit Document(std::shared_ptr<const DocumentTable> table) : table_(std::move(table)) {}
  std::shared_ptr<const DocumentTable> table_;
};

}  // namespace pith
