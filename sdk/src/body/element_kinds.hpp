#pragma once

#include "pith/node.hpp"
#include "pith/tag.hpp"

namespace pith {

/// Whether an element stands on lines of its own (HTML standard, section 15.3, `display: block` and
/// kin).
constexpr bool is_block_tag(Tag tag) {
  switch (tag) {
    case Tag::html:
    case Tag::body:
    case Tag::article:
    case Tag::section:
    case Tag::nav:
    case Tag::aside:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::hgroup:
    case Tag::header:
    case Tag::footer:
    case Tag::address:
    case Tag::main:
    case Tag::search:
    case Tag::p:
    case Tag::hr:
    case Tag::pre:
    case Tag::blockquote:
    case Tag::ol:
    case Tag::ul:
    case Tag::menu:
    case Tag::li:
    case Tag::dl:
    case Tag::dt:
    case Tag::dd:
    case Tag::figure:
    case Tag::figcaption:
    case Tag::div:
    case Tag::table:
    case Tag::caption:
    case Tag::tbody:
    case Tag::thead:
    case Tag::tfoot:
    case Tag::tr:
    case Tag::td:
    case Tag::th:
    case Tag::form:
    case Tag::fieldset:
    case Tag::legend:
    case Tag::textarea:
    case Tag::optgroup:
    case Tag::option:
    case Tag::details:
    case Tag::summary:
    case Tag::dialog:
    case Tag::center:
    case Tag::dir:
    case Tag::listing:
    case Tag::xmp:
    case Tag::plaintext:
      return true;
    default:
      return false;
  }
}

/// Whether nothing in an element is ever read by a visitor.
constexpr bool is_unseen_tag(Tag tag) {
  switch (tag) {
    case Tag::head:
    case Tag::script:
    case Tag::style:
    case Tag::template_:
    case Tag::noscript:
    case Tag::noframes:
    case Tag::noembed:
    case Tag::title:
    case Tag::meta:
    case Tag::link:
    case Tag::base:
    case Tag::datalist:
      return true;
    default:
      return false;
  }
}

/// A template that the browser shows in place of its parent's content.
inline bool is_shadow_root(Node element) {
  return element.is(Tag::template_) && element.has_attribute("shadowrootmode");
}

/// Whether what is in an element is for programs that cannot show it.
constexpr bool is_fallback(Tag tag) {
  return tag == Tag::video || tag == Tag::audio;
}

/// Level of a heading element, 0 for all others.
constexpr int heading_level(Tag tag) {
  switch (tag) {
    case Tag::h1:
      return 1;
    case Tag::h2:
      return 2;
    case Tag::h3:
      return 3;
    case Tag::h4:
      return 4;
    case Tag::h5:
      return 5;
    case Tag::h6:
      return 6;
    default:
      return 0;
  }
}

/// Whether the element's own markup hides it: `hidden`, or an inline style that says so.
bool is_hidden(Node element);

/// Custom elements have no display of their own; one that stands among text is read as part of the
/// sentence, any other as a block.
bool is_block(Node element);

}  // namespace pith
