#include "core/output/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "pith/error.hpp"

namespace pith {
namespace {

constexpr std::size_t buffer_size = 1 << 16;

/// The rights a new file has for everyone else, as any program would give it.
mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Output::Output(const std::string& path, OutputSync sync) : path_(path), sync_(sync) {
  if (path.empty()) {
    path_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    return;
  }
  struct stat there {};
  const bool exists = ::stat(path.c_str(), &there) == 0;
  if (exists && S_ISDIR(there.st_mode)) throw Error("is a folder, not a file", path);
  if (exists && !S_ISREG(there.st_mode)) {
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(errno);
    return;
  }
  // Through a link the file it leads to is replaced, not the link.
  std::error_code ignored;
  const auto real = std::filesystem::weakly_canonical(path, ignored);
  target_ = ignored ? path : real.string();
  open_temporary();
  ::fchmod(descriptor_, exists ? there.st_mode & 07777 : usual_mode());
}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void Output::open_temporary() {
  const std::filesystem::path target(target_);
  std::string hidden = ".";
  hidden.append(target.filename().string()).append(".pith-XXXXXX");
  std::string name = (target.parent_path() / hidden).string();
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail(errno);
  temporary_ = name;
}

void Output::fail(int code) const {
  if (code == EPIPE) throw OutputClosed();
  throw Error("cannot be written", path_, std::generic_category().message(code));
}

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= buffer_size) flush();
}

void Output::flush() {
  std::size_t written = 0;
  while (written < buffer_.size()) {
    const ssize_t now = ::write(descriptor_, buffer_.data() + written, buffer_.size() - written);
    if (now < 0 && errno == EINTR) continue;
    if (now < 0) fail(errno);
    written += static_cast<std::size_t>(now);
  }
  buffer_.clear();
}

void Output::finish() {
  flush();
  if (descriptor_ == STDOUT_FILENO) return;
  // Some file systems tell of a full disk only now.
  const bool synced = !temporary_.empty() && sync_ == OutputSync::at_finish;
  if (synced && ::fsync(descriptor_) != 0 && errno != EINVAL) fail(errno);
  const int descriptor = descriptor_;
  descriptor_ = -1;
  if (::close(descriptor) != 0) fail(errno);
  if (temporary_.empty()) return;
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
  temporary_.clear();
}

}  // namespace pith
