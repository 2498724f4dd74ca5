#include "body/code_reader.hpp"

#include <array>
#include <string>
#include <string_view>
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

}  // namespace

std::optional<Block> read_code(Node pre, PageContext& context) {
  if (is_gutter(pre)) return std::nullopt;
  std::string text;
  for (Node at = pre.following(); at && at.row() < pre.end_row();) {
    if (context.ledger().is_cut(at) || (at.is_element() && is_line_number(at))) {
      at = at.after();
      continue;
    }
    if (at.is_text()) text += at.data();
    if (at.is(Tag::br)) text += '\n';
    at = at.following();
  }
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
