#pragma once

#include <deque>
#include <memory>

#include "core/archive/archive_stream.hpp"

namespace pith {

/// A stream of whose beginning something has been seen before it is read.
class PeekedStream : public ArchiveStream {
 public:
  explicit PeekedStream(std::unique_ptr<ArchiveStream> stream) : stream_(std::move(stream)) {}

  /// The first bytes there are, behind damage; empty at the end. Before the first next().
  std::string_view peek();

  std::optional<ArchivePiece> next() override;
  bool seek(const ArchivePlace& place) override;
  bool is_compressed() const override { return stream_->is_compressed(); }
  std::uint64_t bytes_read() const override { return stream_->bytes_read(); }
  std::uint64_t bytes_total() const override { return stream_->bytes_total(); }

 private:
  std::unique_ptr<ArchiveStream> stream_;
  std::deque<ArchivePiece> seen_;  ///< damage, and at last one piece with bytes
};

}  // namespace pith
