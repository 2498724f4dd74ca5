#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/job/page_task.hpp"
#include "core/store/store.hpp"

namespace pith {

/// How far a source is that is worked on out of order: up to the first item that is not done. One thread.
class SourceWatermark {
 public:
  explicit SourceWatermark(SourceProgress start) : progress_(std::move(start)) {}

  void done(const SourcePlace& place);
  /// All items were read; `items` of them. It is finished when all of them are done.
  void ended(std::uint64_t items, std::string problem, std::uint64_t lost);
  /// It could not be read on after so many items: the next run tries again.
  void broke(std::uint64_t items, std::string problem);
  /// Whether nothing of it is read or worked on any more.
  bool is_closed() const { return items_ == next_; }
  /// What has changed since the last call; nothing if nothing has.
  std::optional<SourceProgress> changed();

 private:
  SourceProgress progress_;
  std::uint64_t next_ = 0;
  std::map<std::uint64_t, std::string> early_;  ///< done before one that came before them
  std::optional<std::uint64_t> items_;
  bool is_broken_ = false;
  bool changed_ = false;
};

}  // namespace pith
