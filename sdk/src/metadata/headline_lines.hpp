#pragma once

#include <string>
#include <vector>

#include "pith/document.hpp"

namespace pith::metadata {

/// What a reader takes in as one line: the text between two breaks, whatever elements it is made of.
struct HeadlineLine {
  std::string text;
  /// The element of its first text.
  Node element;
  /// It stands in a heading.
  bool heading = false;
  /// The names that links to an author's page hold.
  std::vector<std::string> linked_names;
};

/// The short lines right before and after a headline, where authors and dates stand. Ends where paragraphs
/// begin: what follows is the article.
class HeadlineLines {
 public:
  explicit HeadlineLines(Node headline);

  const std::vector<HeadlineLine>& above() const noexcept { return above_; }
  const std::vector<HeadlineLine>& below() const noexcept { return below_; }

 private:
  void read(Node first, std::uint32_t end, std::vector<HeadlineLine>& lines);

  std::vector<HeadlineLine> above_;
  std::vector<HeadlineLine> below_;
};

/// Whether an address is that of an author's page, by the words in its path.
bool leads_to_author(std::string_view address);

}  // namespace pith::metadata
