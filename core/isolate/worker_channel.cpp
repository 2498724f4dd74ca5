#include "core/isolate/worker_channel.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <span>

namespace pith {
namespace {

constexpr std::size_t first_portion = std::size_t{1} << 18;

bool would_block(int error) {
  return error == EAGAIN || error == EWOULDBLOCK;
}

/// Takes what was sent off the beginning.
std::span<iovec> without(std::span<iovec> parts, std::size_t sent) {
  while (!parts.empty() && sent >= parts.front().iov_len) {
    sent -= parts.front().iov_len;
    parts = parts.subspan(1);
  }
  if (!parts.empty()) {
    parts.front().iov_base = static_cast<char*>(parts.front().iov_base) + sent;
    parts.front().iov_len -= sent;
  }
  return parts;
}

iovec part(const void* bytes, std::size_t size) {
  return {const_cast<void*>(bytes), size};
}

}  // namespace

WorkerChannel::Outcome WorkerChannel::wait_for(short event, Clock::time_point deadline) const {
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return Outcome::late;
    pollfd wait{socket_.get(), event, 0};
    const int ready = ::poll(&wait, 1, static_cast<int>(std::min<long long>(left, 60'000)));
    if (ready > 0) return Outcome::done;
    if (ready < 0 && errno != EINTR) return Outcome::closed;
  }
}

WorkerChannel::Outcome WorkerChannel::send(MessageHeader::Kind kind, std::string_view front,
                                           std::string_view rest, Clock::time_point deadline) {
  MessageHeader header;
  header.kind = kind;
  header.size = front.size();
  std::array<iovec, 3> all = {part(&header, sizeof(header)), part(front.data(), front.size()),
                              part(rest.data(), rest.size())};
  std::span<iovec> parts = without(all, 0);
  while (!parts.empty()) {
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    const ssize_t sent = ::sendmsg(socket_.get(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent >= 0) {
      parts = without(parts, static_cast<std::size_t>(sent));
    } else if (would_block(errno)) {
      const Outcome outcome = wait_for(POLLOUT, deadline);
      if (outcome != Outcome::done) return outcome;
    } else if (errno != EINTR) {
      return Outcome::closed;
    }
  }
  return Outcome::done;
}

WorkerChannel::Outcome WorkerChannel::receive_bytes(char* to, std::size_t size, Clock::time_point deadline) {
  while (size > 0) {
    const ssize_t got = ::recv(socket_.get(), to, size, MSG_DONTWAIT);
    if (got > 0) {
      to += got;
      size -= static_cast<std::size_t>(got);
    } else if (got < 0 && would_block(errno)) {
      const Outcome outcome = wait_for(POLLIN, deadline);
      if (outcome != Outcome::done) return outcome;
    } else if (got == 0 || errno != EINTR) {
      return Outcome::closed;
    }
  }
  return Outcome::done;
}

WorkerChannel::Outcome WorkerChannel::receive(MessageHeader::Kind& kind, std::string& body, std::size_t most,
                                              Clock::time_point deadline) {
  MessageHeader header;
  const Outcome begun = receive_bytes(reinterpret_cast<char*>(&header), sizeof(header), deadline);
  if (begun != Outcome::done) return begun;
  if (header.magic != MessageHeader::right_magic || header.kind > MessageHeader::Kind::asks_plugin) {
    problem_ = "it begins wrongly";
    return Outcome::garbage;
  }
  if (header.size > most) {
    problem_ = "it announces " + std::to_string(header.size) + " bytes";
    return Outcome::garbage;
  }
  kind = header.kind;
  body.clear();
  const auto size = static_cast<std::size_t>(header.size);
  while (body.size() < size) {
    const std::size_t got = body.size();
    const std::size_t portion = std::min(size - got, std::max(first_portion, got));
    body.resize(got + portion);
    const Outcome outcome = receive_bytes(body.data() + got, portion, deadline);
    if (outcome != Outcome::done) return outcome;
  }
  return Outcome::done;
}

bool WorkerChannel::is_quiet() const {
  pollfd wait{socket_.get(), POLLIN, 0};
  return ::poll(&wait, 1, 0) == 0;
}

}  // namespace pith
