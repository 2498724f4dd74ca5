#include "core/input/read_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "core/encoding/gzip.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

/// An open file that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int value() const { return value_; }

 private:
  int value_;
};

[[noreturn]] void fail(int code, const std::string& where) {
  switch (code) {
    case ENOENT:
      throw Error("no such file", where);
    case EACCES:
      throw Error("may not be read", where, "permission denied");
    case EISDIR:
      throw Error("is a folder", where, "name the files in it");
    case ENXIO:  // a socket, which cannot even be opened
      throw Error("not a regular file", where);
    default:
      throw Error("cannot be read", where, std::generic_category().message(code));
  }
}

mode_t mode_of(int descriptor, const std::string& where) {
  struct stat what {};
  if (::fstat(descriptor, &what) != 0) fail(errno, where);
  return what.st_mode;
}

std::string read_raw(int descriptor, std::size_t limit, const std::string& where) {
  std::string bytes;
  char buffer[1 << 16];
  while (bytes.size() < limit) {
    const ssize_t got = ::read(descriptor, buffer, std::min(sizeof(buffer), limit - bytes.size()));
    if (got == 0) break;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(errno, where);
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
  return bytes;
}

}  // namespace

std::string read_descriptor(int descriptor, std::size_t limit, const std::string& where) {
  std::string bytes = read_raw(descriptor, limit, where);
  return is_gzip(bytes) ? gunzip(bytes, limit, where) : bytes;
}

std::string read_file(const std::string& path, std::size_t limit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.value() < 0) fail(errno, path);
  if (S_ISDIR(mode_of(file.value(), path))) fail(EISDIR, path);
  return read_descriptor(file.value(), limit, path);
}

std::string read_regular_file(const std::string& path, std::size_t limit) {
  // Without O_NONBLOCK the opening of a FIFO waits for somebody to write to it.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.value() < 0) fail(errno, path);
  const mode_t mode = mode_of(file.value(), path);
  if (S_ISDIR(mode)) fail(EISDIR, path);
  if (!S_ISREG(mode)) throw Error("not a regular file", path);
  return read_descriptor(file.value(), limit, path);
}

}  // namespace pith
