#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pith/block.hpp"

namespace pith {

/// Writes elements and escaped text. Names of elements and attributes are literals of ours; all that
/// comes from a page passes through `text` or an attribute value, and is escaped.
class HtmlWriter {
 public:
  using Attributes = std::vector<std::pair<std::string_view, std::string>>;

  /// Attributes without a value are left out.
  void open(std::string_view element, const Attributes& attributes = {});
  void close(std::string_view element);
  /// An element that cannot hold anything: hr, br, img, meta.
  void empty(std::string_view element, const Attributes& attributes = {});
  /// An element with a text.
  void element(std::string_view name, std::string_view text, const Attributes& attributes = {});
  void text(std::string_view text);
  /// Text with marks; line breaks become `br`.
  void spans(const std::vector<Span>& spans);
  void new_line() { html_ += '\n'; }
  std::string take() { return std::move(html_); }

 private:
  void tag(std::string_view element, const Attributes& attributes, std::string_view end);
  void escaped(std::string_view text);
  std::string html_;
};

}  // namespace pith
