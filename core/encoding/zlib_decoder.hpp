#pragma once

#include <memory>

#include "core/encoding/decoder.hpp"
#include "core/encoding/inflater.hpp"

namespace pith {

/// gzip (RFC 1952), of any number of members.
class GzipDecoder : public Decoder {
 public:
  GzipDecoder() : inflater_(Inflater::Format::gzip) {}
  std::string complaint() const override;

 private:
  std::size_t magic_length() const override { return 3; }
  Beginning begin(std::string_view magic) override;
  DecompressionStep step(std::string_view& in, char* to, std::size_t size, std::size_t& written) override {
    return inflater_.step(in, to, size, written);
  }
  bool has_segments() const override { return true; }

  Inflater inflater_;
};

/// What HTTP calls deflate: zlib's format (RFC 9110, section 8.4.1.2), or deflate alone, which servers have
/// sent under that name, too.
class DeflateDecoder : public Decoder {
 public:
  std::string complaint() const override;

 private:
  std::size_t magic_length() const override { return 2; }
  Beginning begin(std::string_view magic) override;
  DecompressionStep step(std::string_view& in, char* to, std::size_t size, std::size_t& written) override {
    return inflater_->step(in, to, size, written);
  }
  bool has_segments() const override { return false; }

  std::unique_ptr<Inflater> inflater_;  ///< null as long as it is not known which of the two it is
};

}  // namespace pith
