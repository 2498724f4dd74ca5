#pragma once

#include <string>
#include <vector>

namespace pith {

/// `pith job reprocess FILE|STORE [--plugin NAME] [--host HOST] [--workers N] [--isolate] [--plugin-dir
/// DIR]`.
int run_job_reprocess(const std::vector<std::string>& arguments);

}  // namespace pith
