#include "body/math_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "pith/text.hpp"

namespace pith {
namespace {

constexpr std::size_t longest_tex = 20'000;
/// Rows of an element that are looked at for its source: elements in elements must not cost their square.
constexpr std::uint32_t most_rows = 1'000;

std::uint32_t end_of_search(Node element) {
  return std::min(element.end_row(), element.row() + most_rows);
}

/// MediaWiki puts every formula into "{\displaystyle ...}".
std::string without_style(std::string_view tex) {
  for (const std::string_view style : {"{\\displaystyle", "{\\textstyle", "\\displaystyle", "\\textstyle"}) {
    if (!tex.starts_with(style)) continue;
    tex.remove_prefix(style.size());
    if (style.front() == '{' && tex.ends_with('}')) tex.remove_suffix(1);
    break;
  }
  return std::string(trim(tex));
}

std::optional<MathSource> source_of(std::string_view tex, bool display) {
  std::string source = without_style(trim(tex));
  if (source.empty() || source.size() > longest_tex) return std::nullopt;
  return MathSource{std::move(source), display};
}

/// The TeX that a `math` element states.
std::optional<MathSource> of_mathml(Node math) {
  const bool display = math.attribute("display") == "block";
  for (Node at = math.following(); at && at.row() < end_of_search(math); at = at.following()) {
    if (!at.is_element() || at.name() != "annotation") continue;
    if (lower_ascii(at.attribute("encoding")).find("tex") != std::string::npos)
      return source_of(at.text_content(), display);
  }
  return source_of(math.attribute("alttext"), display);
}

std::optional<MathSource> of_script(Node script) {
  const std::string type = lower_ascii(script.attribute("type"));
  if (!type.starts_with("math/tex")) return std::nullopt;
  return source_of(script.raw_text(), type.find("display") != std::string::npos);
}

std::optional<MathSource> of_picture(Node image) {
  const std::string_view classes = image.attribute("class");
  const bool wiki = classes.find("mwe-math-fallback-image") != std::string_view::npos;
  if (!wiki && !image.has_class("latex") && !image.has_class("tex")) return std::nullopt;
  return source_of(image.attribute("alt"), classes.find("display") != std::string_view::npos);
}

/// Elements around a formula that hold it twice, for the eye and for programs.
std::optional<MathSource> of_wrapper(Node wrapper) {
  const std::string_view classes = wrapper.attribute("class");
  const bool display =
      wrapper.has_class("katex-display") || classes.find("mwe-math-element-block") != std::string_view::npos;
  if (!display && !wrapper.has_class("katex") && classes.find("mwe-math-element") == std::string_view::npos)
    return std::nullopt;
  for (Node at = wrapper.following(); at && at.row() < end_of_search(wrapper); at = at.following()) {
    std::optional<MathSource> found;
    if (at.is(Tag::math)) found = of_mathml(at);
    if (at.is(Tag::img)) found = of_picture(at);
    if (!found) continue;
    found->display = found->display || display;
    return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<MathSource> read_math(Node element) {
  switch (element.tag()) {
    case Tag::math:
      return of_mathml(element);
    case Tag::script:
      return of_script(element);
    case Tag::img:
      return of_picture(element);
    case Tag::span:
    case Tag::div:
      return of_wrapper(element);
    default:
      return std::nullopt;
  }
}

bool is_rendered_math(Node element) {
  if (!element.is(Tag::span) && !element.is(Tag::div)) return false;
  if (!element.attribute("class").starts_with("MathJax")) return false;
  Node next = element.next_element();
  if (next && next.attribute("class").starts_with("MathJax")) next = next.next_element();
  return next.is(Tag::script) && next.attribute("type").starts_with("math/tex");
}

}  // namespace pith
