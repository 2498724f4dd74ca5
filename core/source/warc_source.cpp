#include "core/source/warc_source.hpp"

#include <utility>

#include "core/source/source_input.hpp"
#include "core/source/source_order.hpp"

namespace pith {

WarcSource::WarcSource(std::string location, const std::string& cursor, const Limits& limits,
                       int stop_descriptor)
    : name_(std::move(location)), is_file_(name_ != "-"), limits_(limits), stop_(stop_descriptor) {
  open();
  if (is_file_ && bytes_total() > 0) {
    at_.file = FileIdentity::of(name_);
    if (!cursor.empty() && !go_on_after(cursor)) {
      notice_ = read_again_notice;
      open();
    }
  }
  if (!is_file_) name_ = "standard input";
}

void WarcSource::open() {
  pages_ = std::make_unique<WarcPages>(open_archive_stream(open_source_input(name_, stop_), name_), limits_);
}

bool WarcSource::go_on_after(const std::string& text) {
  SourceCursor cursor;
  if (!cursor.read(text) || !cursor.file.fits(name_) || !pages_->skip_to_behind(cursor.place)) return false;
  at_.count = cursor.count;
  lost_before_ = cursor.lost;
  return true;
}

std::optional<SourceItem> WarcSource::next() {
  auto found = pages_->next();
  if (!found) return std::nullopt;
  SourceItem item;
  item.place = name_ + ":" + found->where;
  item.order = source_order(found->page.fetched_at, name_, found->place);
  item.error = std::move(found->error);
  item.page = std::move(found->page);
  if (is_file_) {
    at_.place = found->place;
    ++at_.count;
    at_.lost = lost();
    item.cursor = at_.text();
  }
  return item;
}

std::string WarcSource::problem() const {
  const std::string lost = pages_->problem();
  const std::string damage = pages_->counts().damage();
  return lost + (lost.empty() || damage.empty() ? "" : "; ") + damage;
}

std::string WarcSource::notice() const {
  const std::string counts = pages_->counts().text();
  return notice_ + (notice_.empty() || counts.empty() ? "" : "; ") + counts;
}

}  // namespace pith
