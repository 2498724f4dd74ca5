#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace pith {

/// A request as the server saw it.
struct ScriptedRequest {
  std::string path;  ///< with the query
  std::string text;  ///< request line and headers
  /// How many for this path there have been, this one included.
  std::size_t number = 1;
  std::chrono::steady_clock::time_point at;

  /// The value of a header, its name as sent; empty if absent.
  std::string header(const std::string& name) const;
};

/// What goes over the wire for one request. A plain string is sent as it is, and the connection closed.
struct ScriptedReply {
  enum class Then {
    close,   ///< orderly
    keep,    ///< the next request on the same connection
    reset,   ///< RST, as of a server that crashed
    silence  ///< nothing more until the client goes or the server ends
  };

  ScriptedReply(std::string sent) : bytes(std::move(sent)) {}  // NOLINT(google-explicit-constructor)
  ScriptedReply(std::string sent, Then end) : bytes(std::move(sent)), then(end) {}

  std::string bytes;
  Then then = Then::close;
  std::chrono::milliseconds wait{0};     ///< before the first byte
  std::string repeated;                  ///< sent after `bytes`, again and again until the client goes
  std::chrono::milliseconds between{0};  ///< before each time
};

/// A server on this machine that answers each request by a function: whatever it returns goes over the wire
/// as it is, so that it can be as wrong as servers are. The function is called from several threads at once.
class ScriptedServer {
 public:
  using Answer = std::function<ScriptedReply(const ScriptedRequest&)>;

  explicit ScriptedServer(Answer answer);
  /// Ends at once, whatever is under way.
  ~ScriptedServer();
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  int port() const { return port_; }
  std::string url(const std::string& path) const;
  /// All requests so far, in the order of their arrival.
  std::vector<ScriptedRequest> requests() const;
  /// Those for one path.
  std::vector<ScriptedRequest> requests(const std::string& path) const;
  std::size_t count(const std::string& path) const { return requests(path).size(); }
  /// The last request, headers and all.
  std::string last_request() const;
  /// The most requests that were being answered at one time.
  std::size_t most_at_once() const;
  std::size_t connections() const;

 private:
  void serve();
  void converse(int connection);
  bool read_request(int connection, std::string& buffer, std::string& head) const;
  ScriptedRequest record(const std::string& head);
  void send_reply(int connection, const ScriptedReply& reply);
  bool pause(std::chrono::milliseconds time);

  Answer answer_;
  int socket_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;
  std::condition_variable ends_;
  bool ending_ = false;
  std::vector<ScriptedRequest> requests_;
  std::map<std::string, std::size_t> counts_;
  std::size_t at_once_ = 0;
  std::size_t most_at_once_ = 0;
  std::set<int> open_;
  std::vector<std::thread> conversations_;
  std::thread thread_;
};

/// "HTTP/1.1 200 OK" with a body and its length, after which the connection is closed.
std::string http_ok(const std::string& body, const std::string& headers = "Content-Type: text/html\r\n");
/// A redirect to `location`.
std::string http_redirect(const std::string& location);
/// Any status, with headers ("Name: value\r\n"...) and a body with its length; the connection is kept.
ScriptedReply http_answer(int status, const std::string& headers, const std::string& body);

}  // namespace pith
