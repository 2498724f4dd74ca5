#pragma once

#include <cstddef>
#include <variant>

#include "core/batch/batch_request.hpp"
#include "core/batch/line_reader.hpp"

namespace pith {

/// What a batch is made of: a line that is still to be understood, or a page out of an archive.
using BatchItem = std::variant<InputLine, BatchRequest>;

/// What it takes in memory, as far as it grows with the input.
inline std::size_t bytes_of(const BatchItem& item) noexcept {
  const auto* line = std::get_if<InputLine>(&item);
  return line != nullptr ? line->text.size() : std::get_if<BatchRequest>(&item)->page.bytes.size();
}

}  // namespace pith
