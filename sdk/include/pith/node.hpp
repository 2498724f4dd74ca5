#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pith/export.hpp"
#include "pith/source_range.hpp"
#include "pith/tag.hpp"

namespace pith {

class Selector;
struct DocumentTable;

/// A place in a Document: an element, a text, the document itself, or nothing.
///
/// A Node is two words, cheap to copy, and valid as long as its Document lives. Every question may be
/// asked of an empty Node and has an empty answer, so that look-ups can be chained without checks.
/// Const and safe to use from any number of threads.
class PITH_API Node {
 public:
  enum class Kind : std::uint8_t { none, document, element, text };
  struct Attribute {
    std::string_view name;
    std::string_view value;
  };

  Node() = default;
  Node(const DocumentTable* table, std::uint32_t row) noexcept : table_(table), row_(row) {}

  explicit operator bool() const noexcept { return table_ != nullptr; }
  friend bool operator==(const Node&, const Node&) = default;

  Kind kind() const noexcept;
  bool is_element() const noexcept { return kind() == Kind::element; }
  bool is_text() const noexcept { return kind() == Kind::text; }
  bool is(Tag tag) const noexcept { return this->tag() == tag && tag != Tag::none; }

  /// Tag::none unless an element.
  Tag tag() const noexcept;
  /// The element's name; lower case in HTML (camel case in SVG), as written in XML, where well-known
  /// namespaces have a fixed prefix (`media:content`, `dc:creator`, `content:encoded`, `atom:link`), whatever
  /// prefix the page chose. Empty unless an element.
  std::string_view name() const noexcept;

  /// The value of an attribute, entities resolved, as written otherwise; empty if absent.
  std::string_view attribute(std::string_view name) const noexcept;
  bool has_attribute(std::string_view name) const noexcept;
  std::vector<Attribute> attributes() const;
  std::string_view id() const noexcept { return attribute("id"); }
  /// Whether the class list holds this name (case counts).
  bool has_class(std::string_view name) const noexcept;

  Node parent() const noexcept;
  Node next() const noexcept;      ///< next sibling, text or element
  Node previous() const noexcept;  ///< previous sibling, text or element
  Node first_child() const noexcept;
  Node next_element() const noexcept;
  Node previous_element() const noexcept;
  Node first_element() const noexcept;
  /// The next row in document order; null after the last row of the document.
  Node following() const noexcept;
  /// The next row in document order that is not inside this node.
  Node after() const noexcept;
  /// Whether `other` is this node or inside it.
  bool contains(Node other) const noexcept;

  /// The text of a text node, entities resolved, white space as written. Empty for elements.
  std::string_view data() const noexcept;
  /// The contents of a script, style or other raw text element, as they stand in the page. Such
  /// contents are never children in the tree.
  std::string_view raw_text() const noexcept;
  /// The text a reader would see: white space collapsed, one '\n' between blocks, nothing of script,
  /// style, template, noscript or hidden elements. UTF-8.
  std::string text() const;
  /// The concatenated data of all texts below, as in the DOM's textContent (without raw_text).
  std::string text_content() const;

  /// The first descendant that matches, in document order; empty if none does.
  Node find(const Selector& selector) const;
  /// All descendants that match, in document order.
  std::vector<Node> select(const Selector& selector) const;
  /// Whether this element itself matches.
  bool matches(const Selector& selector) const;
  /// This element or its nearest ancestor that matches.
  Node closest(const Selector& selector) const;

  /// Number of the row: rows are in document order, and a subtree is [row(), end_row()).
  std::uint32_t row() const noexcept { return row_; }
  std::uint32_t end_row() const noexcept;
  /// Nesting; 0 for the document, 1 for `html`.
  std::uint32_t depth() const noexcept;
  /// Where it stands in the page: from the start tag to the end tag, or the text. {0,0} if implied.
  SourceRange source() const noexcept;

  const DocumentTable* table() const noexcept { return table_; }

 private:
  const DocumentTable* table_ = nullptr;
  std::uint32_t row_ = 0;
};

}  // namespace pith
