#pragma once

#include <utility>

#include "core/archive/compressed_stream.hpp"
#include "core/encoding/inflater.hpp"

namespace pith {

/// gzip members (RFC 1952). Zeros between or behind them are passed over, as gzip itself does.
class GzipStream : public CompressedStream {
 public:
  explicit GzipStream(RawInput input)
      : CompressedStream(std::move(input)), inflater_(Inflater::Format::gzip) {}

 private:
  bool begins_segment(std::string_view bytes) const override;
  bool pass_over(RawInput& input) override;
  void begin() override { inflater_.restart(); }
  Step decompress(RawInput& input, char* to, std::size_t size, std::size_t& written) override;

  Inflater inflater_;
};

}  // namespace pith
