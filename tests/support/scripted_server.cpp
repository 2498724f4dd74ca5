#include "tests/support/scripted_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace pith {
namespace {

bool send_all(int connection, const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t now = ::send(connection, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (now <= 0) return false;
    sent += static_cast<std::size_t>(now);
  }
  return true;
}

/// Closing with a linger of no seconds sends RST.
void reset_on_close(int connection) {
  const linger at_once{1, 0};
  ::setsockopt(connection, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
}

void wait_until_closed(int connection) {
  char ignored[4096];
  while (::recv(connection, ignored, sizeof(ignored), 0) > 0) {
  }
}

}  // namespace

std::string ScriptedRequest::header(const std::string& name) const {
  const std::string start = "\r\n" + name + ": ";
  const auto line = text.find(start);
  if (line == std::string::npos) return {};
  const auto begin = line + start.size();
  return text.substr(begin, text.find("\r\n", begin) - begin);
}

ScriptedServer::ScriptedServer(Answer answer) : answer_(std::move(answer)) {
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  auto* plain = reinterpret_cast<sockaddr*>(&address);
  if (::bind(socket_, plain, size) != 0 || ::listen(socket_, 256) != 0 ||
      ::getsockname(socket_, plain, &size) != 0) {
    throw std::runtime_error("no loopback server can be started");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

ScriptedServer::~ScriptedServer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    for (const int connection : open_) ::shutdown(connection, SHUT_RDWR);
  }
  ends_.notify_all();
  ::shutdown(socket_, SHUT_RDWR);  // wakes accept()
  thread_.join();
  for (auto& conversation : conversations_) conversation.join();
  ::close(socket_);
}

std::string ScriptedServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<ScriptedRequest> ScriptedServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::vector<ScriptedRequest> ScriptedServer::requests(const std::string& path) const {
  std::vector<ScriptedRequest> all = requests();
  std::erase_if(all, [&](const ScriptedRequest& request) { return request.path != path; });
  return all;
}

std::string ScriptedServer::last_request() const {
  const std::lock_guard lock(mutex_);
  return requests_.empty() ? "" : requests_.back().text;
}

std::size_t ScriptedServer::most_at_once() const {
  const std::lock_guard lock(mutex_);
  return most_at_once_;
}

std::size_t ScriptedServer::connections() const {
  const std::lock_guard lock(mutex_);
  return conversations_.size();
}

void ScriptedServer::serve() {
  for (;;) {
    const int connection = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    const std::lock_guard lock(mutex_);
    if (ending_) {
      if (connection >= 0) ::close(connection);
      return;
    }
    if (connection < 0) continue;
    open_.insert(connection);
    conversations_.emplace_back([this, connection] { converse(connection); });
  }
}

void ScriptedServer::converse(int connection) {
  std::string buffer;
  std::string head;
  while (read_request(connection, buffer, head)) {
    const ScriptedReply reply = answer_(record(head));
    send_reply(connection, reply);
    {
      const std::lock_guard lock(mutex_);
      --at_once_;
    }
    if (reply.then != ScriptedReply::Then::keep) break;
  }
  const std::lock_guard lock(mutex_);
  open_.erase(connection);
  ::close(connection);
}

bool ScriptedServer::read_request(int connection, std::string& buffer, std::string& head) const {
  auto end = buffer.find("\r\n\r\n");
  while (end == std::string::npos) {
    char bytes[4096];
    const ssize_t got = ::recv(connection, bytes, sizeof(bytes), 0);
    if (got <= 0) return false;
    buffer.append(bytes, static_cast<std::size_t>(got));
    end = buffer.find("\r\n\r\n");
  }
  head = buffer.substr(0, end + 4);
  buffer.erase(0, end + 4);
  return true;
}

ScriptedRequest ScriptedServer::record(const std::string& head) {
  ScriptedRequest request;
  const auto begin = head.find(' ') + 1;
  request.path = head.substr(begin, head.find(' ', begin) - begin);
  request.text = head;
  request.at = std::chrono::steady_clock::now();
  const std::lock_guard lock(mutex_);
  request.number = ++counts_[request.path];
  requests_.push_back(request);
  most_at_once_ = std::max(most_at_once_, ++at_once_);
  return request;
}

void ScriptedServer::send_reply(int connection, const ScriptedReply& reply) {
  if (!pause(reply.wait) || !send_all(connection, reply.bytes)) return;
  while (!reply.repeated.empty() && pause(reply.between) && send_all(connection, reply.repeated)) {
  }
  if (reply.then == ScriptedReply::Then::reset) reset_on_close(connection);
  if (reply.then == ScriptedReply::Then::silence) wait_until_closed(connection);
}

bool ScriptedServer::pause(std::chrono::milliseconds time) {
  if (time.count() == 0) return true;
  std::unique_lock lock(mutex_);
  return !ends_.wait_for(lock, time, [&] { return ending_; });
}

std::string http_ok(const std::string& body, const std::string& headers) {
  return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string http_redirect(const std::string& location) {
  return "HTTP/1.1 302 Found\r\nConnection: close\r\nX-Hop: yes\r\nLocation: " + location +
         "\r\nContent-Length: 0\r\n\r\n";
}

ScriptedReply http_answer(int status, const std::string& headers, const std::string& body) {
  // 304 has no body, and no length (RFC 9110, section 15.4.5).
  const std::string length = status == 304 ? "" : "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return {"HTTP/1.1 " + std::to_string(status) + " Scripted\r\n" + headers + length + "\r\n" + body,
          ScriptedReply::Then::keep};
}

}  // namespace pith
