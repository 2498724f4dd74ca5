#pragma once

#include <vector>

#include "content/text_run.hpp"
#include "pith/metadata.hpp"

namespace pith {

/// For each run whether it begins like a sentence of what the page's data declare to be a part of its article
/// (Metadata::part_bodies): an entry of a live blog, an answer, a reply of a thread. Empty if nothing is
/// declared. Linear in the runs and the bytes of the data.
std::vector<bool> find_declared_parts(const std::vector<TextRun>& runs, const Metadata& metadata);

}  // namespace pith
