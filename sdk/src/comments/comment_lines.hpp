#pragma once

#include "pith/comments.hpp"

namespace pith::comments {

/// Takes the short lines around what was written out of a comment's body: above it who wrote and when, which
/// is filled in where it is not known yet, and below it what one can do with it ("Reply", a count of votes).
void take_lines_around(Comment& comment);

/// Whether somebody wrote it, as far as can be seen: it has more than a heading or a count.
bool is_written(const Comment& comment);

}  // namespace pith::comments
