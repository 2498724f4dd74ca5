#include "core/archive/raw_input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "pith/error.hpp"

namespace pith {
namespace {

constexpr std::size_t buffer_size = std::size_t{256} << 10;

[[noreturn]] void fail(int code, const std::string& path) {
  if (code == ENOENT) throw Error("no such file", path);
  if (code == EACCES) throw Error("may not be read", path, "permission denied");
  throw Error("cannot be read", path, std::generic_category().message(code));
}

}  // namespace

RawInput::RawInput() : buffer_(buffer_size) {}

RawInput::RawInput(RawInput&& other) noexcept
    : name_(std::move(other.name_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      stop_(other.stop_),
      pipe_(std::move(other.pipe_)),
      size_(other.size_),
      buffer_(std::move(other.buffer_)),
      buffer_offset_(other.buffer_offset_),
      begin_(other.begin_),
      end_(other.end_),
      ended_(other.ended_) {}

RawInput::~RawInput() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

RawInput RawInput::of_file(const std::string& path, int stop_descriptor) {
  RawInput input;
  input.name_ = path;
  // Or opening a FIFO would wait for somebody who writes to it, and for nothing else.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (descriptor < 0) fail(errno, path);
  input.descriptor_ = descriptor;
  input.stop_ = stop_descriptor;
  struct stat what {};
  if (::fstat(descriptor, &what) != 0) fail(errno, path);
  if (S_ISDIR(what.st_mode)) throw Error("is a folder", path, "name the files in it");
  if (S_ISREG(what.st_mode)) {
    input.size_ = static_cast<std::uint64_t>(what.st_size);
  } else {
    input.pipe_ = descriptor_source(descriptor, stop_descriptor, path);
  }
  return input;
}

RawInput RawInput::of_pipe(std::unique_ptr<ByteSource> source) {
  RawInput input;
  input.pipe_ = std::move(source);
  return input;
}

std::size_t RawInput::read_some(char* to, std::size_t size) {
  if (pipe_) return pipe_->read(to, size);
  if (stop_ >= 0) throw_if_stopped(stop_);
  for (;;) {
    const ssize_t got = ::pread(descriptor_, to, size, static_cast<off_t>(buffer_offset_ + end_));
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) fail(errno, name_);
  }
}

bool RawInput::fill(std::size_t least) {
  if (end_ - begin_ >= least) return true;
  // What was consumed stays in the buffer as long as there is room: a pipe can be taken back that far.
  if (buffer_.size() - begin_ < buffer_.size() / 2) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    buffer_offset_ += begin_;
    end_ -= begin_;
    begin_ = 0;
  }
  while (end_ - begin_ < least && !ended_) {
    const std::size_t got = read_some(buffer_.data() + end_, buffer_.size() - end_);
    end_ += got;
    ended_ = got == 0;
  }
  return end_ - begin_ >= least;
}

bool RawInput::seek(std::uint64_t offset) {
  if (offset >= buffer_offset_ && offset <= buffer_offset_ + end_) {
    begin_ = static_cast<std::size_t>(offset - buffer_offset_);
    return true;
  }
  if (pipe_ || offset > size_) return false;
  buffer_offset_ = offset;
  begin_ = end_ = 0;
  ended_ = false;
  return true;
}

}  // namespace pith
