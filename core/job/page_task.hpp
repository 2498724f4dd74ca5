#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/store/store.hpp"
#include "pith/page.hpp"

namespace pith {

/// An item of a file or folder that is being read: items are done in any order, but a source is only as far
/// as all before it are.
struct SourcePlace {
  std::size_t reader = 0;      ///< which source
  std::uint64_t sequence = 0;  ///< its items, from 0
  std::string cursor;          ///< where to go on after it
};

/// A page on its way to a worker.
struct PageTask {
  PageOutcome outcome;  ///< what is known before extraction: the page, how it was fetched
  std::shared_ptr<const Page> page;
  PageRole role = PageRole::article;
  SourceId source = 0;
  bool follow = true;  ///< JobSource::follow
  std::optional<SourcePlace> place;
};

/// What became of a task: its page, and others that are settled by it (filtered ones).
struct PageWork {
  std::vector<PageOutcome> outcomes;
  std::chrono::milliseconds time{0};
  std::uint64_t in_other_shards = 0;  ///< pages found that belong to other parts of the job
};

}  // namespace pith
