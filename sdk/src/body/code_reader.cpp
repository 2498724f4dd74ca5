#include "body/code_reader.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pith/text.hpp"

namespace pith {
namespace {

/// Elements around `pre` that may name the language.
constexpr int levels = 3;

/// Prism, highlight.js and Rouge; Sphinx and GitHub.
constexpr auto prefixes =
    std::to_array<std::string_view>({"language-", "lang-", "highlight-source-", "highlight-text-"});

/// "brush: js;" of SyntaxHighlighter, "sourceCode cpp" of Pandoc.
std::string language_after(const std::vector<std::string>& names, std::size_t index) {
  std::string_view name = names[index];
  const bool announces = name == "sourceCode" || name == "brush:";
  if (name.starts_with("brush:") && name.size() > 6) {
    name.remove_prefix(6);
    return std::string(name.substr(0, name.find(';')));
  }
  if (!announces || index + 1 == names.size()) return {};
  const std::string_view next = names[index + 1];
  return std::string(next.substr(0, next.find(';')));
}

std::string language_in(Node at) {
  const std::vector<std::string> names = split_trimmed(at.attribute("class"), ' ');
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (const std::string_view prefix : prefixes) {
      if (names[i].starts_with(prefix)) return names[i].substr(prefix.size());
    }
    if (std::string language = language_after(names, i); !language.empty()) return language;
  }
  for (const char* const name : {"data-lang", "data-language", "data-code-language"}) {
    if (const std::string_view language = at.attribute(name); !language.empty()) return std::string(language);
  }
  return {};
}

std::string language_of(Node pre) {
  if (std::string language = language_in(pre); !language.empty()) return language;
  const Node inside = pre.first_element();
  if (inside.is(Tag::code)) {
    if (std::string language = language_in(inside); !language.empty()) return language;
  }
  Node around = pre.parent();
  for (int level = 0; level < levels && around.is_element() && !around.is(Tag::body); ++level) {
    if (std::string language = language_in(around); !language.empty()) return language;
    around = around.parent();
  }
  return {};
}

bool is_line_number(Node at) {
  const std::string_view classes = at.attribute("class");
  if (classes.empty()) return false;
  for (const char* const name : {"lineno", "linenos", "line-number", "ln-num", "hljs-ln-numbers", "gutter",
                                 "rouge-gutter", "linenodiv"}) {
    if (at.has_class(name)) return true;
  }
  return false;
}

/// A column of line numbers beside the code.
bool is_gutter(Node pre) {
  for (Node at = pre; at && (at.is(Tag::pre) || at.is(Tag::div) || at.is(Tag::td)); at = at.parent()) {
    if (is_line_number(at)) return true;
    if (at.is(Tag::td)) break;
  }
  return false;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The first cell of a row that has another one, with a number in it or in its data alone.
bool is_numbering_cell(Node at) {
  if (!at.is(Tag::td) || at.previous_element() || !at.next_element()) return false;
  return at.has_attribute("data-line-number") || is_number(trim(at.text_content()));
}

/// What highlighters put around one line: items of a list, rows of a table, boxes, spans.
bool is_line(Node at) {
  if (at.is(Tag::li) || at.is(Tag::div) || at.is(Tag::tr) || at.is(Tag::p)) return true;
  return at.is_element() && (at.has_class("line") || at.has_class("code-line") || at.has_class("cm-line"));
}

/// White space between items and between cells is none of the code.
bool holds_lines(Node at) {
  return at.is(Tag::ol) || at.is(Tag::ul) || at.is(Tag::table) || at.is(Tag::tbody) || at.is(Tag::thead) ||
         at.is(Tag::tr);
}

/// Puts lines together that end in the text, with an element, or with both.
class CodeText {
 public:
  void open_line(Node line) {
    end_line();
    open_.push_back({line.end_row(), written_.size()});
  }

  /// Ends the lines that do not reach to `row`.
  void close_until(std::uint32_t row) {
    while (!open_.empty() && open_.back().end <= row) {
      const bool empty = open_.back().begin == written_.size();
      ended_ = empty || !written_.ends_with('\n');
      open_.pop_back();
    }
  }

  void add(std::string_view text) {
    if (ended_ && !written_.empty() && !begins_with_break(text)) written_ += '\n';
    ended_ = false;
    written_ += text;
  }

  std::string take() { return std::move(written_); }

 private:
  struct Line {
    std::uint32_t end;
    std::size_t begin;
  };

  static bool begins_with_break(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    return first != std::string_view::npos && text[first] == '\n';
  }

  void end_line() {
    if (!written_.empty() && (ended_ || !written_.ends_with('\n'))) written_ += '\n';
    ended_ = false;
  }

  std::string written_;
  std::vector<Line> open_;
  bool ended_ = false;
};

}  // namespace

std::optional<Block> read_code(Node pre, PageContext& context) {
  if (is_gutter(pre)) return std::nullopt;
  CodeText lines;
  for (Node at = pre.following(); at && at.row() < pre.end_row();) {
    lines.close_until(at.row());
    if (context.ledger().is_cut(at) || is_line_number(at) || is_numbering_cell(at)) {
      at = at.after();
      continue;
    }
    if (is_line(at)) lines.open_line(at);
    if (at.is_text() && !holds_lines(at.parent())) lines.add(at.data());
    if (at.is(Tag::br)) lines.add("\n");
    at = at.following();
  }
  std::string text = lines.take();
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ' || text.back() == '\r')) text.pop_back();
  if (trim(text).empty()) return std::nullopt;
  Block block;
  block.type = BlockType::code;
  block.source = pre.source();
  block.label = language_of(pre);
  block.spans.push_back({.text = std::move(text)});
  return block;
}

}  // namespace pith
