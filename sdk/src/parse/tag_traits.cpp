#include "parse/tag_traits.hpp"

#include <array>
#include <cstddef>
#include <initializer_list>

namespace pith {
namespace {

class TagSet {
 public:
  constexpr TagSet(std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) holds_[static_cast<std::size_t>(tag)] = true;
  }
  constexpr bool holds(Tag tag) const noexcept { return holds_[static_cast<std::size_t>(tag)]; }

 private:
  std::array<bool, static_cast<std::size_t>(Tag::count_)> holds_{};
};

constexpr TagSet void_tags = {Tag::area,    Tag::base,   Tag::basefont, Tag::bgsound, Tag::br,    Tag::col,
                              Tag::embed,   Tag::frame,  Tag::hr,       Tag::img,     Tag::image, Tag::input,
                              Tag::isindex, Tag::keygen, Tag::link,     Tag::meta,    Tag::param, Tag::source,
                              Tag::track,   Tag::wbr,    Tag::html,     Tag::head,    Tag::body};

constexpr TagSet special_tags = {
    Tag::address,    Tag::applet,  Tag::area,       Tag::article,   Tag::aside,    Tag::base,
    Tag::basefont,   Tag::bgsound, Tag::blockquote, Tag::body,      Tag::br,       Tag::button,
    Tag::caption,    Tag::center,  Tag::col,        Tag::colgroup,  Tag::dd,       Tag::details,
    Tag::dir,        Tag::div,     Tag::dl,         Tag::dt,        Tag::embed,    Tag::fieldset,
    Tag::figcaption, Tag::figure,  Tag::footer,     Tag::form,      Tag::frame,    Tag::frameset,
    Tag::h1,         Tag::h2,      Tag::h3,         Tag::h4,        Tag::h5,       Tag::h6,
    Tag::head,       Tag::header,  Tag::hgroup,     Tag::hr,        Tag::html,     Tag::iframe,
    Tag::img,        Tag::input,   Tag::isindex,    Tag::li,        Tag::link,     Tag::listing,
    Tag::marquee,    Tag::menu,    Tag::meta,       Tag::nav,       Tag::noembed,  Tag::noframes,
    Tag::noscript,   Tag::object,  Tag::ol,         Tag::p,         Tag::param,    Tag::plaintext,
    Tag::pre,        Tag::script,  Tag::section,    Tag::select,    Tag::style,    Tag::summary,
    Tag::table,      Tag::tbody,   Tag::td,         Tag::template_, Tag::textarea, Tag::tfoot,
    Tag::th,         Tag::thead,   Tag::title,      Tag::tr,        Tag::ul,       Tag::wbr,
    Tag::xmp};

constexpr TagSet formatting_tags = {Tag::a,      Tag::b,      Tag::big,  Tag::code, Tag::em,
                                    Tag::font,   Tag::i,      Tag::nobr, Tag::s,    Tag::small,
                                    Tag::strike, Tag::strong, Tag::tt,   Tag::u};

constexpr TagSet scope_tags = {Tag::applet, Tag::caption, Tag::html,   Tag::table,    Tag::td,
                               Tag::th,     Tag::marquee, Tag::object, Tag::template_};

constexpr TagSet paragraph_closers = {
    Tag::address, Tag::article, Tag::aside,    Tag::blockquote, Tag::center, Tag::details, Tag::dir,
    Tag::div,     Tag::dl,      Tag::fieldset, Tag::figcaption, Tag::figure, Tag::footer,  Tag::header,
    Tag::hgroup,  Tag::menu,    Tag::nav,      Tag::ol,         Tag::p,      Tag::section, Tag::summary,
    Tag::ul,      Tag::h1,      Tag::h2,       Tag::h3,         Tag::h4,     Tag::h5,      Tag::h6,
    Tag::pre,     Tag::listing, Tag::form,     Tag::li,         Tag::dd,     Tag::dt,      Tag::plaintext,
    Tag::xmp,     Tag::hr};

constexpr TagSet foreign_leavers = {
    Tag::b,       Tag::big,   Tag::blockquote, Tag::body,   Tag::br,     Tag::center, Tag::code, Tag::dd,
    Tag::div,     Tag::dl,    Tag::dt,         Tag::em,     Tag::embed,  Tag::h1,     Tag::h2,   Tag::h3,
    Tag::h4,      Tag::h5,    Tag::h6,         Tag::head,   Tag::hr,     Tag::i,      Tag::img,  Tag::li,
    Tag::listing, Tag::menu,  Tag::meta,       Tag::nobr,   Tag::ol,     Tag::p,      Tag::pre,  Tag::ruby,
    Tag::s,       Tag::small, Tag::span,       Tag::strong, Tag::strike, Tag::sub,    Tag::sup,  Tag::table,
    Tag::tt,      Tag::u,     Tag::ul,         Tag::var};

}  // namespace

TextKind text_kind(Tag tag) noexcept {
  switch (tag) {
    case Tag::script:
      return TextKind::script;
    case Tag::style:
    case Tag::iframe:
    case Tag::noembed:
    case Tag::noframes:
    case Tag::xmp:
      return TextKind::raw_text;
    case Tag::title:
    case Tag::textarea:
      return TextKind::rcdata;
    case Tag::plaintext:
      return TextKind::plaintext;
    default:
      return TextKind::normal;
  }
}

bool is_void(Tag tag) noexcept {
  return void_tags.holds(tag);
}
bool is_special(Tag tag) noexcept {
  return special_tags.holds(tag);
}
bool is_formatting(Tag tag) noexcept {
  return formatting_tags.holds(tag);
}
bool bounds_scope(Tag tag) noexcept {
  return scope_tags.holds(tag);
}
bool closes_paragraph(Tag tag) noexcept {
  return paragraph_closers.holds(tag);
}
bool leaves_foreign_content(Tag tag) noexcept {
  return foreign_leavers.holds(tag);
}
bool is_heading(Tag tag) noexcept {
  return tag >= Tag::h1 && tag <= Tag::h6;
}

}  // namespace pith
