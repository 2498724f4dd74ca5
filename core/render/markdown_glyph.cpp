#include "core/render/markdown_glyph.hpp"

#include <unicode/uchar.h>

#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/render/utf8.hpp"

namespace pith {
namespace {

using Kind = MarkdownGlyph::Kind;

bool is_ascii_punctuation(UChar32 c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// Everything that some version of CommonMark takes for punctuation or white space: symbols are
/// punctuation since 0.31.
bool may_hinder(const MarkdownGlyph& inside) {
  if (inside.kind != Kind::character || inside.as_reference) return true;
  constexpr std::uint32_t kHindering = U_GC_P_MASK | U_GC_S_MASK | U_GC_Z_MASK | U_GC_C_MASK;
  return is_ascii_punctuation(inside.character) || (U_GET_GC_MASK(inside.character) & kHindering) != 0;
}

/// What every version takes for punctuation or white space.
bool surely_helps(const MarkdownGlyph& outside) {
  if (outside.kind != Kind::character || outside.as_reference) return true;
  if (outside.character < 0x80) return outside.character == ' ' || is_ascii_punctuation(outside.character);
  return (U_GET_GC_MASK(outside.character) & U_GC_P_MASK) != 0;
}

bool is_unicode_space(const MarkdownGlyph& glyph) {
  return glyph.kind == Kind::character && (U_GET_GC_MASK(glyph.character) & U_GC_Z_MASK) != 0;
}

bool is_mark(const MarkdownGlyph& glyph) {
  return glyph.kind == Kind::open || glyph.kind == Kind::close;
}

/// Whether the run between them might be read the other way round. `outside` may be null.
bool may_face_both_ways(const MarkdownGlyph& inside, const MarkdownGlyph* outside) {
  if (outside == nullptr || outside->kind == Kind::line_break) return false;
  if (outside->kind == Kind::character && outside->character == ' ') return false;
  return !surely_helps(*outside) || may_hinder(inside);
}

/// A run of marks of one kind, [begin, end), and what is next to it.
struct MarkRun {
  std::size_t begin;
  std::size_t end;
  const MarkdownGlyph* inside;
  const MarkdownGlyph* outside;
};

std::vector<MarkRun> runs_of(const MarkdownGlyphs& glyphs) {
  std::vector<MarkRun> runs;
  for (std::size_t at = 0; at < glyphs.size();) {
    std::size_t end = at + 1;
    while (end < glyphs.size() && glyphs[end].kind == glyphs[at].kind) ++end;
    const MarkdownGlyph* before = at > 0 ? &glyphs[at - 1] : nullptr;
    const MarkdownGlyph* after = end < glyphs.size() ? &glyphs[end] : nullptr;
    if (glyphs[at].kind == Kind::open) runs.push_back({at, end, after, before});
    if (glyphs[at].kind == Kind::close) runs.push_back({at, end, before, after});
    at = end;
  }
  return runs;
}

template <typename Between>
void part(MarkdownGlyphs& glyphs, const std::string& markup, Between between) {
  MarkdownGlyphs parted;
  parted.reserve(glyphs.size());
  for (MarkdownGlyph& glyph : glyphs) {
    if (!parted.empty() && is_mark(glyph) && between(parted.back().kind, glyph.kind)) {
      parted.push_back({Kind::markup, 0, false, markup});
    }
    parted.push_back(std::move(glyph));
  }
  glyphs = std::move(parted);
}

/// `outside` may be null at the ends of the text, which count as white space.
void settle(MarkdownGlyph& inside, MarkdownGlyph* outside) {
  if (is_unicode_space(inside)) inside.as_reference = true;
  if (outside != nullptr && may_hinder(inside) && !surely_helps(*outside)) outside->as_reference = true;
}

}  // namespace

void add_characters(MarkdownGlyphs& glyphs, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 character = next_character(text, at);
    glyphs.push_back({character == '\n' ? Kind::line_break : Kind::character, character});
  }
}

void part_neighbours(MarkdownGlyphs& glyphs, const std::string& markup) {
  part(glyphs, markup, [](Kind before, Kind after) { return before == Kind::close && after == Kind::open; });
}

void part_nested(MarkdownGlyphs& glyphs, const std::string& markup) {
  part(glyphs, markup, [](Kind before, Kind after) { return before == after; });
}

bool are_marks_ambiguous(const MarkdownGlyphs& glyphs) {
  bool nested = false;
  bool both_ways = false;
  for (const MarkRun& run : runs_of(glyphs)) {
    nested = nested || run.end - run.begin > 1;
    both_ways = both_ways || may_face_both_ways(*run.inside, run.outside);
  }
  return nested && both_ways;
}

/// A reference is punctuation on both sides. Written for what stands outside of one run it changes what
/// the next run away from the marked text has inside; hence the two directions.
void make_marks_flanking(MarkdownGlyphs& glyphs) {
  const std::size_t count = glyphs.size();
  for (std::size_t at = 0; at + 1 < count; ++at) {
    if (glyphs[at].kind == Kind::close || glyphs[at + 1].kind != Kind::close) continue;
    std::size_t after = at + 1;
    while (after < count && glyphs[after].kind == Kind::close) ++after;
    settle(glyphs[at], after < count ? &glyphs[after] : nullptr);
  }
  for (std::size_t at = count; at-- > 1;) {
    if (glyphs[at].kind == Kind::open || glyphs[at - 1].kind != Kind::open) continue;
    std::size_t before = at;
    while (before > 0 && glyphs[before - 1].kind == Kind::open) --before;
    settle(glyphs[at], before > 0 ? &glyphs[before - 1] : nullptr);
  }
}

}  // namespace pith
