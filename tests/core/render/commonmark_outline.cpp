#include <cmark.h>

#include <memory>
#include <utility>

#include "tests/core/render/outline.hpp"

namespace pith::test {
namespace {

std::string literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? "" : text;
}

/// Walks what cmark read and writes it as an outline; whatever is not expected is written out too, and
/// so makes a difference.
class CommonMarkOutline {
 public:
  void visit(cmark_node* node, bool entering) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_DOCUMENT:
        return;
      case CMARK_NODE_PARAGRAPH:
        return text_block("p", entering);
      case CMARK_NODE_HEADING:
        return text_block(std::string("h").append(std::to_string(cmark_node_get_heading_level(node))),
                          entering);
      case CMARK_NODE_BLOCK_QUOTE:
        return container("quote", entering);
      case CMARK_NODE_ITEM:
        return container("li", entering);
      case CMARK_NODE_LIST:
        return container(cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
                             ? "ol " + std::to_string(cmark_node_get_list_start(node))
                             : "ul",
                         entering);
      case CMARK_NODE_THEMATIC_BREAK:
        return line("rule");
      case CMARK_NODE_CODE_BLOCK: {
        const std::string code = literal(node);
        return line("code " + std::string(cmark_node_get_fence_info(node)) + ": " +
                    code.substr(0, code.empty() ? 0 : code.size() - 1));
      }
      case CMARK_NODE_HTML_BLOCK:
        return line("html: " + literal(node));
      default:
        visit_inline(node, entering);
    }
  }
  std::string take() { return std::move(outline_); }

 private:
  void line(const std::string& text) { outline_ += indent_ + text + '\n'; }

  void container(const std::string& name, bool entering) {
    if (entering) {
      line(name);
      indent_ += ' ';
    } else {
      indent_.pop_back();
    }
  }

  void text_block(const std::string& name, bool entering) {
    if (!entering) line(name + ": " + text_.take());
    text_ = {};
    marks_ = {};
  }

  void visit_inline(cmark_node* node, bool entering) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        if (!in_image_) return text_.add(literal(node), marks_);
        alt_ += literal(node);
        return;
      case CMARK_NODE_SOFTBREAK:
        return text_.add("(soft break)", marks_);
      case CMARK_NODE_LINEBREAK:
        return text_.add("\n", marks_);
      case CMARK_NODE_CODE: {
        Span code = marks_;
        code.code = true;
        return text_.add(literal(node), code);
      }
      case CMARK_NODE_HTML_INLINE:
        return html(literal(node));
      case CMARK_NODE_EMPH:
        marks_.emphasis = entering;
        return;
      case CMARK_NODE_STRONG:
        marks_.strong = entering;
        return;
      case CMARK_NODE_LINK:
        marks_.href = entering ? cmark_node_get_url(node) : "";
        return;
      case CMARK_NODE_IMAGE:
        in_image_ = entering;
        if (!entering) text_.add("![" + alt_ + "](" + cmark_node_get_url(node) + ")", Span{});
        alt_.clear();
        return;
      default:
        text_.add("(unexpected)", marks_);
    }
  }

  void html(const std::string& tag) {
    if (tag == "<!-- -->") return;
    if (tag == "<sup>" || tag == "</sup>") {
      marks_.superscript = tag[1] != '/';
    } else if (tag == "<sub>" || tag == "</sub>") {
      marks_.subscript = tag[1] != '/';
    } else if (tag == "<code>" || tag == "</code>") {
      marks_.code = tag[1] != '/';
    } else {
      text_.add("(html " + tag + ")", marks_);
    }
  }

  std::string outline_;
  std::string indent_;
  OutlineText text_;
  Span marks_;
  bool in_image_ = false;
  std::string alt_;
};

}  // namespace

std::string outline_of_commonmark(std::string_view markdown) {
  const std::unique_ptr<cmark_node, void (*)(cmark_node*)> document(
      cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT), cmark_node_free);
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> nodes(cmark_iter_new(document.get()),
                                                                 cmark_iter_free);
  CommonMarkOutline outline;
  for (cmark_event_type event = cmark_iter_next(nodes.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(nodes.get())) {
    outline.visit(cmark_iter_get_node(nodes.get()), event == CMARK_EVENT_ENTER);
  }
  return outline.take();
}

}  // namespace pith::test
