#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "content/text_run.hpp"
#include "kind/sign_words.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// What the model of kinds is told of a page, in this order: its address, the types that it declares, how
/// many of some elements it has, the words in its class names, its text, and the text of its candidate.
constexpr std::size_t address_signs = 13;
constexpr std::size_t type_signs = 11;
constexpr std::size_t element_signs = 24;
constexpr std::size_t text_signs = 24;
constexpr std::size_t candidate_signs = 12;
constexpr std::size_t page_sign_count =
    address_signs + type_signs + element_signs + sign_word_count + text_signs + candidate_signs;
using PageSigns = std::array<float, page_sign_count>;

/// `candidate` is what find_main_content() gives. One pass over rows and runs.
PageSigns page_signs(const std::vector<TextRun>& runs, const std::vector<Node>& candidate,
                     PageContext& context);

}  // namespace pith
