#pragma once

#include <string>
#include <vector>

#include "pith/document.hpp"

namespace pith::metadata {

/// What a reader takes in as one line: the text between two breaks, whatever elements it is made of.
struct HeadlineLine {
  std::string text;
  /// It stands in a heading.
  bool heading = false;
  /// The names that links to an author's page hold.
  std::vector<std::string> linked_names;
};

/// The short lines right below a headline, where authors stand. They end where paragraphs begin: what follows
/// is the article.
std::vector<HeadlineLine> lines_below(Node headline);

}  // namespace pith::metadata
