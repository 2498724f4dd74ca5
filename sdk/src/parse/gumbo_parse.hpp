#pragma once

#include <gumbo.h>

#include <string_view>

#include "parse/arena.hpp"

namespace pith {

/// Runs Gumbo over a text, its whole tree in an arena that is dropped with this object. Gumbo's own
/// destroy, which recurses as deep as the tree, is never called.
class GumboParse {
 public:
  explicit GumboParse(Arena::Budget budget) noexcept;

  /// Null if the budget was spent before the end. The text must outlive the tree. Called once.
  const GumboOutput* run(std::string_view html);

  bool out_of_time() const noexcept { return arena_.out_of_time(); }
  std::size_t memory() const noexcept { return arena_.used(); }

 private:
  Arena arena_;
};

}  // namespace pith
