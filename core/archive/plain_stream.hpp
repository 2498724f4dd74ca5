#pragma once

#include "core/archive/archive_stream.hpp"

namespace pith {

/// A file that is not compressed.
class PlainStream : public ArchiveStream {
 public:
  explicit PlainStream(RawInput input) : input_(std::move(input)) {}

  std::optional<ArchivePiece> next() override;
  bool seek(const ArchivePlace& place) override;
  bool is_compressed() const override { return false; }
  std::uint64_t bytes_read() const override { return input_.offset(); }
  std::uint64_t bytes_total() const override { return input_.size(); }

 private:
  RawInput input_;
  std::size_t given_ = 0;  ///< of the window, by the last call
};

}  // namespace pith
