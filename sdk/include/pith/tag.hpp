#pragma once

#include <cstdint>
#include <string_view>

#include "pith/export.hpp"

/// Every element of the HTML standard (living standard, section 4 and the obsolete ones of section 16)
/// that Pith gives a number; all others are Tag::other and are told apart by Node::name().
// clang-format off
#define PITH_TAGS(X) \
  X(html) X(head) X(title) X(base) X(link) X(meta) X(style) X(script) X(noscript) X(template_) X(body) \
  X(article) X(section) X(nav) X(aside) X(h1) X(h2) X(h3) X(h4) X(h5) X(h6) X(hgroup) X(header) \
  X(footer) X(address) X(main) X(search) X(p) X(hr) X(pre) X(blockquote) X(ol) X(ul) X(menu) X(li) \
  X(dl) X(dt) X(dd) X(figure) X(figcaption) X(div) X(a) X(em) X(strong) X(small) X(s) X(cite) X(q) \
  X(dfn) X(abbr) X(data) X(time) X(code) X(var) X(samp) X(kbd) X(sub) X(sup) X(i) X(b) X(u) X(mark) \
  X(ruby) X(rb) X(rt) X(rtc) X(rp) X(bdi) X(bdo) X(span) X(br) X(wbr) X(ins) X(del) X(picture) \
  X(source) X(img) X(image) X(iframe) X(embed) X(object) X(param) X(video) X(audio) X(track) X(map) \
  X(area) X(math) X(svg) X(table) X(caption) X(colgroup) X(col) X(tbody) X(thead) X(tfoot) X(tr) \
  X(td) X(th) X(form) X(fieldset) X(legend) X(label) X(input) X(button) X(select) X(datalist) \
  X(optgroup) X(option) X(textarea) X(keygen) X(output) X(progress) X(meter) X(details) X(summary) \
  X(dialog) X(slot) X(canvas) X(frame) X(frameset) X(noframes) X(applet) X(acronym) X(dir) X(font) \
  X(center) X(big) X(blink) X(nobr) X(strike) X(tt) X(marquee) X(listing) X(xmp) X(plaintext) \
  X(noembed) X(basefont) X(bgsound) X(isindex) X(spacer)
// clang-format on

namespace pith {

enum class Tag : std::uint16_t {
  none = 0,
  other,
#define PITH_TAG_ENUM(name) name,
  PITH_TAGS(PITH_TAG_ENUM)
#undef PITH_TAG_ENUM
      count_
};

/// The number of a lower-case element name; Tag::other if it has none.
PITH_API Tag tag_of(std::string_view lower_case_name) noexcept;
/// The name of a numbered element; empty for `none` and `other`.
PITH_API std::string_view name_of(Tag tag) noexcept;

}  // namespace pith
