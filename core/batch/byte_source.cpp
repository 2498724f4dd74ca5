#include "core/batch/byte_source.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "pith/error.hpp"

namespace pith {
namespace {

std::string message_of(int code) {
  return std::generic_category().message(code);
}

class DescriptorSource : public ByteSource {
 public:
  DescriptorSource(int descriptor, int stop, std::string name)
      : descriptor_(descriptor), stop_(stop), name_(std::move(name)) {}

  std::size_t read(char* buffer, std::size_t size) override {
    for (;;) {
      if (stopped()) return 0;
      const ssize_t got = ::read(descriptor_, buffer, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR && errno != EAGAIN) throw Error("cannot be read", name_, message_of(errno));
    }
  }

 private:
  /// Waits for something to read; true if it is time to stop instead.
  bool stopped() const {
    pollfd wait[2] = {{descriptor_, POLLIN, 0}, {stop_, POLLIN, 0}};
    while (::poll(wait, 2, -1) < 0) {
      if (errno != EINTR) throw Error("cannot be read", name_, message_of(errno));
    }
    return wait[1].revents != 0;
  }

  int descriptor_;
  int stop_;
  std::string name_;
};

struct GzipCloser {
  void operator()(gzFile file) const { gzclose(file); }
};

class FileSource : public ByteSource {
 public:
  explicit FileSource(const std::string& path) : path_(path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw Error("cannot be read", path, message_of(errno));
    struct stat what {};
    if (::fstat(descriptor, &what) == 0 && S_ISDIR(what.st_mode)) {
      ::close(descriptor);
      throw Error("is a folder", path, "name the files in it");
    }
    file_.reset(gzdopen(descriptor, "rb"));
    if (!file_) {
      ::close(descriptor);
      throw Error("cannot be read", path, "not enough memory");
    }
    gzbuffer(file_.get(), 1 << 16);
  }

  std::size_t read(char* buffer, std::size_t size) override {
    const int got = gzread(file_.get(), buffer, static_cast<unsigned>(std::min<std::size_t>(size, 1 << 20)));
    int code = Z_OK;
    const char* message = gzerror(file_.get(), &code);
    if (got < 0) throw Error("cannot be read", path_, code == Z_ERRNO ? message_of(errno) : message);
    if (got == 0 && code == Z_BUF_ERROR) throw Error("gzip data that breaks off", path_);
    return static_cast<std::size_t>(got);
  }

 private:
  std::string path_;
  std::unique_ptr<gzFile_s, GzipCloser> file_;
};

}  // namespace

std::unique_ptr<ByteSource> descriptor_source(int descriptor, int stop_descriptor, std::string name) {
  return std::make_unique<DescriptorSource>(descriptor, stop_descriptor, std::move(name));
}

std::unique_ptr<ByteSource> file_source(const std::string& path) {
  return std::make_unique<FileSource>(path);
}

}  // namespace pith
