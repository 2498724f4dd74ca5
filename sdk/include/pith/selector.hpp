#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pith/export.hpp"
#include "pith/node.hpp"
#include "pith/source_place.hpp"

namespace pith {

struct CompiledSelector;

/// A compiled CSS selector (Selectors Level 4, as far as a static document goes): type, universal, id,
/// class, attribute operators with the `i` and `s` flags, the four combinators, lists, :is :where :not
/// :has :first-child :last-child :only-child :nth-child(an+b [of S]) :nth-last-child(an+b [of S])
/// :first-of-type :last-of-type :only-of-type :nth-of-type :nth-last-of-type :empty :root :scope, escapes;
/// and one extension, :contains-text("words"), true of an element whose text (white space collapsed, a
/// space at the borders of blocks, case folded for ASCII) contains the words.
///
/// In HTML the names of elements and attributes ignore case, ids and classes do not, and the values of
/// some attributes (`type`, `rel`, `lang`, ...) ignore it as the HTML standard says (section 4.16.2). In
/// XML everything is exact, and a prefix is part of the name: `media\:content` or `media|content`;
/// `*|content` is the name with any prefix or none.
///
/// Stricter than the standard, so that a slip in a table is told and not silently without effect: a bad
/// member of :is() or :where() is an error, and so is what ends before its ')' or ']'. At most 8192 bytes,
/// 16 levels of parentheses, and 64 parts joined by combinators.
///
/// Cost: in the worst case rows of the document times length of the selector, whatever the page's shape.
/// matches() looks at no more of the document than the answer needs.
///
/// Compiled once, immutable, cheap to copy, safe to use from any number of threads.
class PITH_API Selector {
 public:
  /// Matches nothing.
  Selector() = default;
  /// Compiles; throws Error with the column (in characters, from 1), and with the place of the call where
  /// one is known: "site.cpp:14: bad selector '.body >': column 7: a combinator needs a right side". Made
  /// implicit so that tables can hold plain strings.
  Selector(const char* text, SourcePlace place = SourcePlace::current());
  Selector(const std::string& text, SourcePlace place = SourcePlace::current());

  /// The selector as it was written.
  const std::string& text() const noexcept { return text_; }
  explicit operator bool() const noexcept { return compiled_ != nullptr; }

  /// Whether the element matches; `scope` is what :scope means (the root if empty). Node::matches says
  /// the element itself is, as the DOM does.
  bool matches(Node element, Node scope = {}) const;
  /// The first descendant of `scope` that matches.
  Node find(Node scope) const;
  /// All descendants of `scope` that match, in document order.
  std::vector<Node> select(Node scope) const;

 private:
  std::string text_;
  std::shared_ptr<const CompiledSelector> compiled_;
};

}  // namespace pith
