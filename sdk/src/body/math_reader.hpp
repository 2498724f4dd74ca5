#pragma once

#include <optional>
#include <string>

#include "pith/node.hpp"

namespace pith {

/// A formula as its author wrote it.
struct MathSource {
  std::string tex;
  /// On lines of its own.
  bool display = false;
};

/// The TeX of a formula, where the markup has it: `math` with an annotation or `alttext` (MathML Core,
/// section 2.1.3), what KaTeX and MediaWiki render beside such an element, a script of MathJax, or a picture
/// of a formula that has its TeX as `alt`. Nothing for any other element.
std::optional<MathSource> read_math(Node element);

/// Whether the element is what MathJax 2 made of the script that follows: the formula once more, as glyphs.
bool is_rendered_math(Node element);

}  // namespace pith
