#pragma once

#include "pith/tag.hpp"

namespace pith {

/// What the tree builder makes of an element's text: the switch of the tokenizer's state that its start
/// tag causes (HTML standard, 13.2.6.2).
enum class TextKind : unsigned char { normal, raw_text, rcdata, script, plaintext };
TextKind text_kind(Tag tag) noexcept;

/// Whether such text is inert, so that readers of the tree never miss it.
constexpr bool is_inert_text(Tag tag) noexcept {
  return tag == Tag::script || tag == Tag::style || tag == Tag::iframe || tag == Tag::noembed ||
         tag == Tag::noframes;
}

/// Elements that never have content (13.1.2), in the parser's sense: also the obsolete ones.
bool is_void(Tag tag) noexcept;
/// The "special" category (13.2.4.2), HTML elements only.
bool is_special(Tag tag) noexcept;
/// The formatting elements (13.2.4.3).
bool is_formatting(Tag tag) noexcept;
/// What bounds "has an element in scope" (13.2.4.2), HTML elements only.
bool bounds_scope(Tag tag) noexcept;
/// Start tags before which an open p is closed.
bool closes_paragraph(Tag tag) noexcept;
/// Start tags that end foreign content (13.2.6.5); `font` depends on its attributes and is not among them.
bool leaves_foreign_content(Tag tag) noexcept;
bool is_heading(Tag tag) noexcept;

}  // namespace pith
