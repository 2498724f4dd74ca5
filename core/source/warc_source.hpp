#pragma once

#include <memory>
#include <string>

#include "core/archive/warc_pages.hpp"
#include "core/source/page_source.hpp"
#include "core/source/source_cursor.hpp"

namespace pith {

/// The pages of a WARC file, plain, gzip or zstd (core/archive/warc_pages.hpp). Its place in the file names a
/// record: "crawl.warc.gz:10432". Pages whose bytes have another digest than their records say are given, and
/// counted as lost: nobody knows what they were.
class WarcSource : public PageSource {
 public:
  /// Throws Error if the file cannot be opened, and as open_source_input() says.
  WarcSource(std::string location, const std::string& cursor, const Limits& limits, int stop_descriptor);

  std::optional<SourceItem> next() override;
  std::string problem() const override;
  std::string notice() const override;
  std::uint64_t lost() const override {
    return lost_before_ + pages_->lost() + pages_->counts().other_digests;
  }
  std::uint64_t bytes_read() const override { return pages_->stream().bytes_read(); }
  std::uint64_t bytes_total() const override { return pages_->stream().bytes_total(); }

 private:
  void open();
  bool go_on_after(const std::string& cursor);

  std::string name_;  ///< "standard input" of "-"
  bool is_file_;
  Limits limits_;
  int stop_;
  std::unique_ptr<WarcPages> pages_;
  SourceCursor at_;
  std::uint64_t lost_before_ = 0;  ///< those before the place where reading began
  std::string notice_;
};

}  // namespace pith
