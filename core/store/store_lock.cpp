#include "core/store/store_lock.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <system_error>
#include <thread>

#include "pith/error.hpp"

namespace pith {
namespace {

std::string owner_of(int file) {
  char text[32] = "";
  const auto size = ::pread(file, text, sizeof(text) - 1, 0);
  std::string owner(text, size > 0 ? static_cast<std::size_t>(size) : 0);
  owner.erase(owner.find_last_not_of(" \n") + 1);
  return owner.empty() ? "another process" : "process " + owner;
}

void write_owner(int file) {
  const std::string owner = std::to_string(::getpid()) + '\n';
  // Only to be told to people: without it the lock holds as well.
  if (::ftruncate(file, 0) != 0) return;
  [[maybe_unused]] const auto written = ::pwrite(file, owner.data(), owner.size(), 0);
}

/// Whether the path still leads to this file: its last owner may have removed it meanwhile.
bool is_at(const std::string& path, int file) {
  struct stat at {};
  struct stat held {};
  return ::stat(path.c_str(), &at) == 0 && ::fstat(file, &held) == 0 && at.st_ino == held.st_ino &&
         at.st_dev == held.st_dev;
}

/// Whether the process that wrote its number is gone. Then it is its worker processes, who inherited the lock
/// and are about to end, that still have it.
bool owner_is_gone(const std::string& owner) {
  const auto space = owner.find(' ');
  const long number = std::strtol(owner.c_str() + space + 1, nullptr, 10);
  return number > 0 && ::kill(static_cast<pid_t>(number), 0) != 0 && errno == ESRCH;
}

int open_lock_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file >= 0) return file;
  throw Error("cannot be made: " + std::generic_category().message(errno), path,
              "a job needs a folder that it may write to for its store");
}

}  // namespace

StoreLock::StoreLock(const std::string& database) : path_(database + "-lock") {
  constexpr auto patience = std::chrono::milliseconds(50);
  constexpr int most_waits = 100;
  for (int waits = 0;;) {
    file_ = open_lock_file(path_);
    if (::flock(file_, LOCK_EX | LOCK_NB) == 0) {
      if (is_at(path_, file_)) break;
      ::close(file_);
      continue;
    }
    const int problem = errno;
    const std::string owner = owner_of(file_);
    ::close(file_);
    if (problem != EWOULDBLOCK) {
      throw Error("cannot be locked for this job: " + std::generic_category().message(problem), path_);
    }
    if (!owner_is_gone(owner) || ++waits > most_waits) {
      throw Error("in use by " + owner, database, "let that job end, or give this one another store");
    }
    std::this_thread::sleep_for(patience);
  }
  write_owner(file_);
}

StoreLock::~StoreLock() {
  ::unlink(path_.c_str());
  ::close(file_);
}

}  // namespace pith
