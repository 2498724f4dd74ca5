#pragma once

#include <string>
#include <vector>

#include "pith/block.hpp"
#include "pith/export.hpp"
#include "pith/node.hpp"
#include "pith/page_context.hpp"
#include "pith/page_kind.hpp"

namespace pith {

/// The elements that hold a page's main content, in document order; empty if nothing on the page
/// looks like content. One pass over the rows, candidates scored by text and link density, the shape of
/// paragraphs, element and class names (after Readability's scoring). `why` is told what decided.
PITH_API std::vector<Node> find_main_content(PageContext& context, std::string* why = nullptr);

/// A page's content, read.
struct MainContent {
  std::vector<Block> body;
  /// How good the body is expected to be, 0 to 1: the F1 of its words to be right, as the model sees it.
  double confidence = 0;
  /// How much of the text that is seen on the page is content, 0 to 1.
  double share = 0;
  /// What the page is, by a second model: from its address, the types that it declares, its elements and
  /// class names, and what was judged content. Right for about six pages of seven; see docs/explanation.
  PageKind kind = PageKind::article;
};

/// Judges every run of text on the page by a small learned model: what it is, where it stands, how it
/// compares with find_main_content(), and what is judged of the runs around it; and reads what is left.
/// Everything else is cut, in the ledger, with the kind that its elements declare or `other`. What the ledger
/// has cut or kept already stays so. Works on pages of any kind: the posts of a thread are its content, and
/// so are the entries of a listing. What the context favors decides
/// how probable a run must be. Time linear in the page.
PITH_API MainContent read_main_content(PageContext& context);

}  // namespace pith
