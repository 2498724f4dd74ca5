#pragma once

#include <string>

#include "core/fetch/transfer.hpp"

namespace pith {

/// What is to be done with a page after a transfer.
enum class NextStep {
  deliver,       ///< it is here
  not_modified,  ///< what is known is still so
  follow,        ///< a redirect, to EndedTransfer::redirect
  try_again,     ///< if there are tries left
  refuse,        ///< an address that is not fetched from
  fail,          ///< another try would end as this one
};

struct Answer {
  NextStep step = NextStep::fail;
  std::string outcome;  ///< FetchAttempt::outcome
  std::string detail;   ///< one sentence; empty if all went well
};

/// What the end of a transfer means for a page.
Answer answer_for_page(const EndedTransfer& ended);

/// Whether an answer sends on to elsewhere (RFC 9110, section 15.4, without those that leave the choice to
/// the reader).
bool is_redirect(int http_status);

}  // namespace pith
