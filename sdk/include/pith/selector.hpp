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
/// :has :first-child :last-child :only-child :nth-child(an+b [of S]) :nth-last-child :first-of-type
/// :last-of-type :only-of-type :nth-of-type :nth-last-of-type :empty :root :scope, escapes; and one
/// extension, :contains-text("words"), true of an element whose text (white space collapsed, case
/// folded for ASCII) contains the words.
///
/// In XML, a prefix is part of the name and is written with an escape or a bar: `media\:content` or
/// `media|content`. Compiled once, immutable, cheap to copy, safe to use from any number of threads.
class PITH_API Selector {
 public:
  /// Matches nothing.
  Selector() = default;
  /// Compiles; throws Error with the column, and with the place of the call where one is known. Made
  /// implicit so that tables can hold plain strings.
  Selector(const char* text,
           SourcePlace place = SourcePlace::current());
  Selector(const std::string& text,
           SourcePlace place = SourcePlace::current());

  /// The selector as it was written.
  const std::string& text() const noexcept { return text_; }
  explicit operator bool() const noexcept { return compiled_ != nullptr; }

  /// Whether the element matches; `scope` is what :scope means (the root if empty).
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
