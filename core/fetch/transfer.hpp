#pragma once

#include <curl/curl.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/fetch/address_guard.hpp"
#include "core/fetch/body_room.hpp"
#include "core/fetch/curl_handle.hpp"
#include "core/fetch/fetch_problem.hpp"
#include "core/fetch/fetch_task.hpp"
#include "core/fetch/response_body.hpp"
#include "core/fetch/response_headers.hpp"

namespace pith {

/// How a transfer ended.
struct EndedTransfer {
  FetchTaskPtr task;
  std::optional<FetchProblem> problem;  ///< none if there is an answer
  int status = 0;
  ResponseHeaders::Fields headers;
  std::string bytes;     ///< of the body, up to one more than was allowed
  std::string redirect;  ///< where the answer sends to, absolute; empty if nowhere
  /// From the request to the first byte of the answer, or until it was given up.
  std::chrono::steady_clock::duration answer_time{0};
  std::chrono::steady_clock::duration time{0};
};

/// One request and its answer: what libcurl calls back while it goes on. Stays where it is; for one thread.
class Transfer {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// `proxy` is the URL of the one that is connected to, empty for none. `guard` is asked about every address
  /// before it is connected to, but for a proxy's. `room` is that of all bodies, `received` counts their
  /// bytes. All must live as long.
  Transfer(CurlHandle handle, FetchTaskPtr task, BodyLimits limits, std::string proxy,
           const AddressGuard& guard, BodyRoom& room, std::uint64_t& received);
  ~Transfer() { leave_room(); }
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  CURL* handle() const { return handle_.get(); }
  const FetchTask& task() const { return *task_; }
  /// When it was begun, or the last byte came.
  Time last_byte() const { return last_byte_; }

  /// Whether it waits for room for its body, and how much it has got.
  bool is_paused() const { return is_paused_; }
  std::size_t size() const { return body_.bytes().size(); }
  /// Goes on if there is room now; not from within a callback. It is over if the code is not CURLE_OK.
  CURLcode resume();

  /// What has come of it. `total` is the time that it was allowed, for what is said of a timeout.
  EndedTransfer end(CURLcode code, std::chrono::milliseconds total);
  /// Given up by the fetcher, for that reason.
  EndedTransfer give_up(FetchProblem problem);
  /// The handle for the next transfer; this one is over.
  CurlHandle release() { return std::move(handle_); }

 private:
  // libcurl is C: no exception may leave these.
  static std::size_t take_body(char* data, std::size_t one, std::size_t size, void* self);
  static std::size_t take_header(char* data, std::size_t one, std::size_t size, void* self);
  static curl_socket_t open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);

  std::size_t keep_body(std::string_view data);
  std::size_t keep_header(std::string_view line);
  void run_out_of_memory() noexcept;
  void leave_room() noexcept;
  std::optional<FetchProblem> problem_of(CURLcode code, std::chrono::milliseconds total) const;

  CurlHandle handle_;
  FetchTaskPtr task_;
  std::string proxy_;
  const AddressGuard& guard_;
  BodyRoom& room_;
  std::uint64_t& received_;

  ResponseBody body_;
  ResponseHeaders headers_;
  Time last_byte_;
  bool is_paused_ = false;
  std::size_t in_room_ = 0;  ///< bytes that room_ has been told of
  std::string refusal_;      ///< of an address; empty if none was
  bool connects_ = false;    ///< to some other address
  std::string own_problem_;  ///< why a callback wanted no more
  std::string own_outcome_;
  char detail_[CURL_ERROR_SIZE] = "";
};

}  // namespace pith
