#pragma once

#include <vector>

#include "content/text_run.hpp"
#include "pith/page_context.hpp"

namespace pith {

/// Cuts the quotes in a thread's posts that say again what a post above them said, in the ledger as
/// `duplicate`: more than half of their words stand above in rows of five. A quote of something else stays.
/// Quotes within quotes are looked at four deep. `content` tells for each run whether it is content; what is
/// not is no post. Time and memory linear in the content.
void cut_repeated_quotes(const std::vector<TextRun>& runs, const std::vector<bool>& content,
                         PageContext& context);

}  // namespace pith
