#include <string>
#include <vector>

#include "body/element_kinds.hpp"
#include "content/visible_text.hpp"
#include "parse/table.hpp"
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
    default:
      return is_block_tag(tag) ? Flow::block : Flow::in_line;
  }
}

constexpr bool keeps_lines(Tag tag) noexcept {
  return tag == Tag::pre || tag == Tag::textarea || tag == Tag::listing || tag == Tag::xmp ||
         tag == Tag::plaintext;
}

constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// Whether a style attribute hides the element.
bool is_hidden_by_style(std::string_view style) {
  std::string plain;
  for (const char c : style) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') plain += lower(c);
  }
  for (const std::string_view rule : {"display:none", "visibility:hidden"}) {
    for (std::size_t at = plain.find(rule); at != std::string::npos; at = plain.find(rule, at + 1)) {
      if (at == 0 || plain[at - 1] == ';') return true;
    }
  }
  return false;
}

// Titles and descriptions of drawings are tooltips, not text.
bool is_hidden_in_drawing(std::string_view name) noexcept {
  return name == "title" || name == "desc" || name == "metadata" || name == "defs" || name == "style" ||
         name == "script";
}

// A template that the browser shows in place of its parent's content.
bool is_shadow_root(const DocumentTable& table, const NodeRow& row) {
  constexpr std::uint32_t mode_hash = atom_hash("shadowrootmode");
  return row.tag == Tag::template_ && table.find_attribute(row, "shadowrootmode", mode_hash) != nullptr;
}

// A panel behind another one's tab: readers choose what they see.
bool is_tab_panel(const DocumentTable& table, const NodeRow& row) {
  constexpr std::uint32_t role_hash = atom_hash("role");
  const TableAttribute* const role = table.find_attribute(row, "role", role_hash);
  return role != nullptr && role->value == "tabpanel";
}

bool is_hidden(const DocumentTable& table, const NodeRow& row) {
  if (row.is_foreign) return !table.is_xml && is_hidden_in_drawing(row.text());
  if (row.attribute_count == 0) return false;
  constexpr std::uint32_t hidden_hash = atom_hash("hidden");
  constexpr std::uint32_t style_hash = atom_hash("style");
  // "until-found" opens as soon as somebody searches the page for its words.
  const TableAttribute* const hidden = table.find_attribute(row, "hidden", hidden_hash);
  if (hidden != nullptr) return hidden->value != "until-found" && !is_tab_panel(table, row);
  const TableAttribute* const style = table.find_attribute(row, "style", style_hash);
  return style != nullptr && is_hidden_by_style(style->value) && !is_tab_panel(table, row);
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
  std::size_t size() const noexcept { return text_.size(); }

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

bool is_hidden(Node element) {
  return element.is_element() && is_hidden(*element.table(), element.table()->rows[element.row()]);
}

EdgeSpace edge_space(std::string_view text) {
  EdgeSpace edges;
  bool words = false;
  for (std::size_t at = 0; at < text.size();) {
    const SpacedCharacter character = classify_space(text, at);
    if (character.what == SpaceClass::visible) {
      words = true;
      edges.after = false;
    } else if (character.what == SpaceClass::space) {
      edges.after = true;
      if (!words) edges.before = true;
    }
    at += character.length;
  }
  return edges;
}

std::string collect_visible_text(Node node, const Ledger* ledger, std::size_t most_bytes) {
  if (!node) return {};
  struct Open {
    std::uint32_t end;
    Flow flow;
  };
  const DocumentTable& table = *node.table();
  const auto& rows = table.rows;
  ReadableText text;
  std::vector<Open> open;
  std::uint32_t lines_kept_until = 0;
  const std::uint32_t last = rows[node.row()].end;
  for (std::uint32_t at = node.row(); at < last && text.size() < most_bytes;) {
    while (!open.empty() && open.back().end <= at) {
      ask_gap(text, open.back().flow);
      open.pop_back();
    }
    const NodeRow& row = rows[at];
    if (ledger != nullptr && ledger->is_cut(Node(&table, at))) {
      at = row.end;
      continue;
    }
    if (row.kind == Node::Kind::text) {
      text.add(row.text(), at < lines_kept_until);
    } else if (at != node.row()) {
      const Flow flow = is_shadow_root(table, row) ? Flow::block : flow_of(row.tag);
      if (flow == Flow::hidden || is_hidden(table, row)) {
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

std::string Node::text() const {
  return collect_visible_text(*this, nullptr);
}

std::string visible_text(Node node, const Ledger& ledger) {
  return collect_visible_text(node, &ledger);
}

}  // namespace pith
