#pragma once

#include <functional>
#include <memory>

#include "core/source/page_source.hpp"

namespace pith {

/// A source whose input may be stopped while it is waited for, also while it is opened: it then gives nothing
/// more, has no problem, and has lost no more than it had.
class StoppableSource : public PageSource {
 public:
  using Open = std::function<std::unique_ptr<PageSource>()>;

  /// Whatever `open` throws comes through, InputStopped excepted.
  explicit StoppableSource(const Open& open);

  std::optional<SourceItem> next() override;
  std::string problem() const override { return stopped_ ? std::string() : source_->problem(); }
  std::string notice() const override { return source_ ? source_->notice() : std::string(); }
  std::uint64_t lost() const override { return source_ ? source_->lost() : 0; }
  std::uint64_t bytes_read() const override { return source_ ? source_->bytes_read() : 0; }
  std::uint64_t bytes_total() const override { return source_ ? source_->bytes_total() : 0; }

 private:
  bool stopped_ = false;
  std::unique_ptr<PageSource> source_;  ///< null if it was stopped before it was open
};

}  // namespace pith
