#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "core/archive/warc_pages.hpp"

namespace pith {

/// A text that comes in pieces of a few bytes, as from a pipe.
class TextPipe : public ByteSource {
 public:
  explicit TextPipe(std::string text, std::size_t piece = 7) : text_(std::move(text)), piece_(piece) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t got = std::min({size, piece_, text_.size() - at_});
    std::memcpy(buffer, text_.data() + at_, got);
    at_ += got;
    return got;
  }

 private:
  std::string text_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

inline std::unique_ptr<ArchiveStream> stream_of(const std::string& bytes, std::size_t piece = 1000) {
  return open_archive_stream(RawInput::of_pipe(std::make_unique<TextPipe>(bytes, piece)), "test");
}

inline std::unique_ptr<ArchiveStream> stream_of_file(const std::string& path) {
  return open_archive_stream(RawInput::of_file(path), path);
}

/// What is in an archive; read to its end.
struct ReadWarc {
  explicit ReadWarc(std::unique_ptr<ArchiveStream> stream, const Limits& limits = {})
      : source(std::move(stream), limits) {
    while (auto page = source.next()) pages.push_back(std::move(*page));
  }
  std::vector<std::string> urls() const {
    std::vector<std::string> found;
    for (const auto& page : pages) found.push_back(page.page.url);
    return found;
  }
  WarcPages source;
  std::vector<ArchivedPage> pages;
};

}  // namespace pith
