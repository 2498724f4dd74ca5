#include "core/source/stoppable_source.hpp"

#include "core/batch/byte_source.hpp"

namespace pith {

StoppableSource::StoppableSource(const Open& open) {
  try {
    source_ = open();
  } catch (const InputStopped&) {
    stopped_ = true;
  }
}

std::optional<SourceItem> StoppableSource::next() {
  if (stopped_) return std::nullopt;
  try {
    return source_->next();
  } catch (const InputStopped&) {
    stopped_ = true;  // in the middle of what would have come next: half of it is nothing to work on
    return std::nullopt;
  }
}

}  // namespace pith
