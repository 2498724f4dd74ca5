#include "core/batch/line_reader.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

namespace pith {
namespace {

/// How much of a line that is too long is kept: enough to find an `id` at its beginning.
constexpr std::size_t kept_of_too_long = 4096;

/// Windows programs begin a file with it; of files that were put together one stands at a later line.
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

}  // namespace

LineReader::LineReader(std::unique_ptr<ByteSource> source, std::size_t longest)
    : source_(std::move(source)), longest_(longest), buffer_(std::size_t{1} << 16) {}

bool LineReader::refill() {
  begin_ = 0;
  end_ = source_->read(buffer_.data(), buffer_.size());
  return end_ > 0;
}

void LineReader::take(std::string& text, bool& too_long, const char* data, std::size_t size) const {
  if (too_long) return;
  if (text.size() + size <= longest_) {
    text.append(data, size);
    return;
  }
  too_long = true;
  text.append(data, std::min(size, kept_of_too_long));
  text.resize(std::min(text.size(), kept_of_too_long));
  text.shrink_to_fit();
}

std::optional<InputLine> LineReader::next() {
  InputLine line;
  bool any = false;
  for (;;) {
    if (begin_ == end_ && !refill()) {
      if (!any) return std::nullopt;
      break;
    }
    any = true;
    const char* from = buffer_.data() + begin_;
    const void* feed = std::memchr(from, '\n', end_ - begin_);
    const char* to = feed != nullptr ? static_cast<const char*>(feed) : buffer_.data() + end_;
    take(line.text, line.too_long, from, static_cast<std::size_t>(to - from));
    const std::size_t taken = static_cast<std::size_t>(to - from) + (feed != nullptr ? 1 : 0);
    begin_ += taken;
    position_ += taken;
    if (feed != nullptr) break;
  }
  if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
  if (line.text.starts_with(byte_order_mark)) line.text.erase(0, byte_order_mark.size());
  line.number = ++number_;
  return line;
}

}  // namespace pith
