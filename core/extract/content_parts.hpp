#pragma once

#include "pith/extraction.hpp"

namespace pith {

/// Which parts of a page's content its reader wants.
struct ContentParts {
  bool tables = true;
  /// Pictures with their captions.
  bool images = true;
  /// Addresses behind words; the words stay.
  bool links = true;
  /// What readers wrote below the article.
  bool comments = false;
};

/// Takes the tables, pictures and links that are not wanted out of the articles, and writes the tables and
/// pictures down among the removals. Comments are read by whoever has the page.
void leave_out(Extraction& extraction, const ContentParts& parts);

}  // namespace pith
