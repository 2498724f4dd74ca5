#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/archive/warc_pages.hpp"
#include "tests/support/text_source.hpp"

namespace pith {

inline std::unique_ptr<ArchiveStream> stream_of(const std::string& bytes, std::size_t piece = 1000) {
  return open_archive_stream(RawInput::of_pipe(std::make_unique<TextSource>(bytes, piece)), "test");
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
