#include "core/export/dated_pieces.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "pith/error.hpp"

namespace pith {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_size = 1 << 16;

fs::path folder_for(const std::string& target) {
  std::error_code error;
  const fs::path path(target);
  const fs::file_status there = fs::status(path, error);
  const bool beside = !target.empty() && (!fs::exists(there) || fs::is_regular_file(there));
  if (!beside) {
    const fs::path folder = fs::temp_directory_path(error);
    return error ? fs::path("/tmp") : folder;
  }
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

}  // namespace

DatedPieces::DatedPieces(const std::string& target)
    : target_(target.empty() ? "standard output" : target), folder_(folder_for(target).string()) {
  std::string name = folder_ + "/.pith-XXXXXX";
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail("no temporary file for it can be made", errno);
  ::unlink(name.c_str());
}

DatedPieces::~DatedPieces() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void DatedPieces::fail(const std::string& problem, int code) const {
  throw Error(problem + " in '" + folder_ + "'", target_, std::generic_category().message(code));
}

void DatedPieces::add(std::int64_t key, std::string_view head, std::string_view body) {
  buffer_.append(head).append(body);
  if (buffer_.size() >= buffer_size) flush();
  pieces_.push_back(
      {key, written_, static_cast<std::uint32_t>(head.size()), static_cast<std::uint32_t>(body.size())});
  written_ += head.size() + body.size();
}

void DatedPieces::flush() {
  std::size_t done = 0;
  while (done < buffer_.size()) {
    const ssize_t now = ::write(descriptor_, buffer_.data() + done, buffer_.size() - done);
    if (now < 0 && errno == EINTR) continue;
    if (now < 0) fail("its temporary file cannot be written", errno);
    done += static_cast<std::size_t>(now);
  }
  buffer_.clear();
}

void DatedPieces::sort() {
  flush();
  std::stable_sort(pieces_.begin(), pieces_.end(),
                   [](const Piece& one, const Piece& other) { return one.key > other.key; });
}

std::string DatedPieces::head(std::size_t at) const {
  return read(pieces_[at].offset, pieces_[at].head_bytes);
}

std::string DatedPieces::body(std::size_t at) const {
  return read(pieces_[at].offset + pieces_[at].head_bytes, pieces_[at].body_bytes);
}

std::string DatedPieces::read(std::uint64_t offset, std::size_t bytes) const {
  std::string text(bytes, '\0');
  std::size_t done = 0;
  while (done < bytes) {
    const ssize_t now =
        ::pread(descriptor_, text.data() + done, bytes - done, static_cast<off_t>(offset + done));
    if (now < 0 && errno == EINTR) continue;
    if (now <= 0) fail("its temporary file cannot be read", now < 0 ? errno : EIO);
    done += static_cast<std::size_t>(now);
  }
  return text;
}

}  // namespace pith
