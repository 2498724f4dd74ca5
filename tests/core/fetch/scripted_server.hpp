#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace pith {

/// A server on this machine that answers each request by a function of the path: whatever the function
/// returns goes over the wire as it is. One connection, one answer.
class ScriptedServer {
 public:
  using Answer = std::function<std::string(const std::string& path)>;

  explicit ScriptedServer(Answer answer);
  ~ScriptedServer();
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  std::string url(const std::string& path) const;
  /// The last request, headers and all.
  std::string last_request() const;

 private:
  void serve();
  void answer_one(int connection);

  Answer answer_;
  int socket_ = -1;
  int port_ = 0;
  std::atomic<bool> ending_ = false;
  mutable std::mutex mutex_;
  std::string last_request_;
  std::thread thread_;
};

/// "HTTP/1.1 200 OK" with a body and its length.
std::string http_ok(const std::string& body, const std::string& headers = "Content-Type: text/html\r\n");
/// A redirect to `location`.
std::string http_redirect(const std::string& location);

}  // namespace pith
