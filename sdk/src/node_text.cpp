#include <string>
#include <vector>

#include "parse/table.hpp"
#include "pith/node.hpp"
#include "space_class.hpp"

namespace pith {
namespace {

enum class Flow { in_line, block, cell, line_break, hidden };

constexpr Flow flow_of(Tag tag) noexcept {
  switch (tag) {
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::head:
    case Tag::title:
    case Tag::datalist:
    case Tag::rp:
    case Tag::iframe:
    case Tag::noembed:
    case Tag::noframes:
    case Tag::video:
    case Tag::audio:
    case Tag::canvas:
      return Flow::hidden;
    case Tag::br:
      return Flow::line_break;
    case Tag::td:
    case Tag::th:
      return Flow::cell;
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
    case Tag::colgroup:
    case Tag::col:
    case Tag::tbody:
    case Tag::thead:
    case Tag::tfoot:
    case Tag::tr:
    case Tag::form:
    case Tag::fieldset:
    case Tag::legend:
    case Tag::optgroup:
    case Tag::option:
    case Tag::textarea:
    case Tag::details:
    case Tag::summary:
    case Tag::dialog:
    case Tag::frameset:
    case Tag::dir:
    case Tag::center:
    case Tag::marquee:
    case Tag::listing:
    case Tag::xmp:
    case Tag::plaintext:
      return Flow::block;
    default:
      return Flow::in_line;
  }
}

constexpr bool keeps_lines(Tag tag) noexcept {
  return tag == Tag::pre || tag == Tag::textarea || tag == Tag::listing || tag == Tag::xmp ||
         tag == Tag::plaintext;
}

constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// Whether a style attribute says "display: none".
bool is_displayed_none(std::string_view style) {
  std::string plain;
  for (const char c : style) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') plain += lower(c);
  }
  for (std::size_t at = plain.find("display:none"); at != std::string::npos;
       at = plain.find("display:none", at + 1)) {
    if (at == 0 || plain[at - 1] == ';') return true;
  }
  return false;
}

// Titles and descriptions of drawings are tooltips, not text.
bool is_hidden_in_drawing(std::string_view name) noexcept {
  return name == "title" || name == "desc" || name == "metadata" || name == "defs" || name == "style" ||
         name == "script";
}

bool is_hidden(const DocumentTable& table, const NodeRow& row, Flow flow) {
  if (flow == Flow::hidden) return true;
  if (row.is_foreign) return !table.is_xml && is_hidden_in_drawing(row.text());
  if (row.attribute_count == 0) return false;
  constexpr std::uint32_t hidden_hash = atom_hash("hidden");
  constexpr std::uint32_t style_hash = atom_hash("style");
  if (table.find_attribute(row, "hidden", hidden_hash) != nullptr) return true;
  const TableAttribute* const style = table.find_attribute(row, "style", style_hash);
  return style != nullptr && is_displayed_none(style->value);
}

// Collects words, and puts between them the strongest gap that was asked for.
class ReadableText {
 public:
  void ask_space() noexcept {
    if (gap_ == '\0') gap_ = ' ';
  }
  void ask_line() noexcept { gap_ = '\n'; }

  void add(std::string_view data, bool keep_lines) {
    std::size_t at = 0;
    while (at < data.size()) {
      const SpacedCharacter character = classify_space(data, at);
      if (character.what == SpaceClass::visible) {
        const std::size_t begin = at;
        at += character.length;
        while (at < data.size() && is_plain(data[at])) ++at;
        append(data.substr(begin, at - begin));
        continue;
      }
      if (character.what == SpaceClass::space) {
        if (keep_lines && data[at] == '\n') {
          ask_line();
        } else {
          ask_space();
        }
      }
      at += character.length;
    }
  }

  std::string take() { return std::move(text_); }

 private:
  // Bytes that need no second look: neither space nor the beginning of a longer character.
  static constexpr bool is_plain(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte > ' ' && byte < 0xC2;
  }

  void append(std::string_view word) {
    if (gap_ != '\0' && !text_.empty()) text_ += gap_;
    gap_ = '\0';
    text_ += word;
  }

  std::string text_;
  char gap_ = '\0';
};

void ask_gap(ReadableText& text, Flow flow) noexcept {
  if (flow == Flow::block || flow == Flow::line_break) text.ask_line();
  if (flow == Flow::cell) text.ask_space();
}

}  // namespace

std::string Node::text() const {
  if (table_ == nullptr) return {};
  struct Open {
    std::uint32_t end;
    Flow flow;
  };
  ReadableText text;
  std::vector<Open> open;
  std::uint32_t lines_kept_until = 0;
  const auto& rows = table_->rows;
  const std::uint32_t last = rows[row_].end;
  for (std::uint32_t at = row_; at < last;) {
    while (!open.empty() && open.back().end <= at) {
      ask_gap(text, open.back().flow);
      open.pop_back();
    }
    const NodeRow& row = rows[at];
    if (row.kind == Kind::text) {
      text.add(row.text(), at < lines_kept_until);
    } else if (at != row_) {
      const Flow flow = flow_of(row.tag);
      if (is_hidden(*table_, row, flow)) {
        at = row.end;
        continue;
      }
      ask_gap(text, flow);
      if (flow == Flow::block || flow == Flow::cell) open.push_back({row.end, flow});
    }
    if (keeps_lines(row.tag) && row.end > lines_kept_until) lines_kept_until = row.end;
    ++at;
  }
  return text.take();
}

}  // namespace pith
