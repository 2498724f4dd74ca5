#include "core/render/html_writer.hpp"

#include "core/render/inline_marks.hpp"
#include "core/render/utf8.hpp"

namespace pith {
namespace {

std::string_view element_of(Mark mark) {
  switch (mark) {
    case Mark::link:
      return "a";
    case Mark::strong:
      return "strong";
    case Mark::emphasis:
      return "em";
    case Mark::superscript:
      return "sup";
    case Mark::subscript:
      return "sub";
    case Mark::code:
      return "code";
  }
  return "em";
}

}  // namespace

void HtmlWriter::escaped(std::string_view text) {
  for (const char c : displayable(text)) {
    switch (c) {
      case '&':
        html_ += "&amp;";
        break;
      case '<':
        html_ += "&lt;";
        break;
      case '>':
        html_ += "&gt;";
        break;
      case '"':
        html_ += "&quot;";
        break;
      case '\'':
        html_ += "&#39;";
        break;
      default:
        html_ += c;
    }
  }
}

void HtmlWriter::tag(std::string_view element, const Attributes& attributes, std::string_view end) {
  html_ += '<';
  html_ += element;
  for (const auto& [name, value] : attributes) {
    if (value.empty()) continue;
    html_ += ' ';
    html_ += name;
    html_ += "=\"";
    escaped(value);
    html_ += '"';
  }
  html_ += end;
}

void HtmlWriter::open(std::string_view element, const Attributes& attributes) {
  tag(element, attributes, ">");
}

void HtmlWriter::empty(std::string_view element, const Attributes& attributes) {
  tag(element, attributes, "/>");
}

void HtmlWriter::close(std::string_view element) {
  html_ += "</";
  html_ += element;
  html_ += '>';
}

void HtmlWriter::element(std::string_view name, std::string_view text, const Attributes& attributes) {
  open(name, attributes);
  escaped(text);
  close(name);
}

void HtmlWriter::text(std::string_view text) {
  escaped(text);
}

void HtmlWriter::spans(const std::vector<Span>& spans) {
  for (const InlineEvent& event : inline_events(spans)) {
    if (event.kind == InlineEvent::Kind::open) {
      open(element_of(event.mark), {{"href", event.text}});
    } else if (event.kind == InlineEvent::Kind::close) {
      close(element_of(event.mark));
    } else {
      std::string_view rest = event.text;
      for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        escaped(rest.substr(0, end));
        empty("br");
        rest.remove_prefix(end + 1);
      }
      escaped(rest);
    }
  }
}

}  // namespace pith
