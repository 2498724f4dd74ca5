#include "core/render/markdown_inline.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "core/render/inline_marks.hpp"
#include "core/render/markdown_escape.hpp"
#include "core/render/markdown_glyph.hpp"
#include "core/render/safe_url.hpp"
#include "core/render/utf8.hpp"

namespace pith {
namespace {

using Kind = MarkdownGlyph::Kind;

constexpr const char* kEmptyComment = "<!-- -->";

void add_markup(MarkdownGlyphs& glyphs, std::string markup) {
  glyphs.push_back({Kind::markup, 0, false, std::move(markup)});
}

void add_mark(MarkdownGlyphs& glyphs, const InlineEvent& event) {
  const bool opens = event.kind == InlineEvent::Kind::open;
  if (event.mark == Mark::superscript || event.mark == Mark::subscript) {
    const std::string name = event.mark == Mark::superscript ? "sup>" : "sub>";
    add_markup(glyphs, (opens ? "<" : "</") + name);
  } else if (event.mark == Mark::link) {
    add_markup(glyphs, opens ? std::string("[") : "](" + markdown_destination(event.text) + ")");
  } else {
    glyphs.push_back({opens ? Kind::open : Kind::close, 0, false, event.mark == Mark::strong ? "**" : "*"});
  }
}

MarkdownGlyphs glyphs_of(const std::vector<Span>& spans, MarkdownContext context) {
  const std::vector<InlineEvent> events = inline_events(spans);
  MarkdownGlyphs glyphs;
  bool code = false;
  bool link = false;
  for (const InlineEvent& event : events) {
    const bool text = event.kind == InlineEvent::Kind::text;
    if (!text && event.mark == Mark::code) {
      code = event.kind == InlineEvent::Kind::open;
    } else if (!text) {
      if (event.mark == Mark::link) link = event.kind == InlineEvent::Kind::open;
      add_mark(glyphs, event);
    } else if (code && link && event.text.find("]:") != std::string::npos) {
      add_markup(glyphs, "<code>");
      add_characters(glyphs, event.text);
      add_markup(glyphs, "</code>");
    } else if (code) {
      add_markup(glyphs, markdown_code_span(event.text, context == MarkdownContext::cell));
    } else {
      add_characters(glyphs, event.text);
    }
  }
  return glyphs;
}

}  // namespace

std::string markdown_inline(const std::vector<Span>& spans, MarkdownContext context) {
  MarkdownGlyphs glyphs = glyphs_of(spans, context);
  part_neighbours(glyphs, kEmptyComment);
  make_marks_flanking(glyphs);
  if (are_marks_ambiguous(glyphs)) {
    part_nested(glyphs, kEmptyComment);
    make_marks_flanking(glyphs);
  }
  return MarkdownWriter(glyphs, context).take();
}

std::string markdown_image(const Image& image) {
  const std::string url = safe_image_url(image.url);
  if (url.empty()) return {};
  const std::string alt = markdown_inline({{.text = image.alt}}, MarkdownContext::heading);
  return "![" + alt + "](" + markdown_destination(url) + ")";
}

}  // namespace pith
