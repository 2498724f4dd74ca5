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
  ~Transfer() { room_.left(share_); }
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  CURL* handle() const { return handle_.get(); }
  const FetchTask& task() const { return *task_; }

  /// Whether it waits for room for its body. That time is not its own: it counts for none of the times below.
  bool is_paused() const { return is_paused_; }
  Time begun() const { return begun_; }
  /// When it was begun, or the last byte came.
  Time last_byte() const { return last_byte_; }
  /// When it was begun, or had last brought another `step` bytes of its body.
  Time last_step() const { return last_step_; }
  static constexpr std::size_t step = std::size_t{64} << 10;
  /// Whether room is kept for it that others wait for.
  bool is_in_the_way() const { return room_.is_waited_for() && share_.claimed > 0; }

  /// Of one that is paused: whether there is room for it now, which it then has.
  bool gets_room() { return room_.admits(share_, size(), rest()); }
  /// Goes on after that; not from within a callback. It is over if the code is not CURLE_OK.
  CURLcode resume();

  /// What has come of it. `connect` is the time that it had to connect in, for what is said of a timeout.
  EndedTransfer end(CURLcode code, std::chrono::milliseconds connect);
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
  void unpack();
  std::size_t size() const { return body_.bytes().size(); }
  std::size_t rest() const;
  std::optional<FetchProblem> problem_of(CURLcode code, std::chrono::milliseconds connect) const;

  CurlHandle handle_;
  FetchTaskPtr task_;
  std::string proxy_;
  const AddressGuard& guard_;
  BodyRoom& room_;
  std::uint64_t& received_;

  ResponseBody body_;
  ResponseHeaders headers_;
  Time begun_;
  Time last_byte_;
  Time last_step_;
  std::size_t last_step_size_ = 0;
  bool is_paused_ = false;
  Time paused_at_;
  BodyRoom::Share share_;
  std::string refusal_;      ///< of an address; empty if none was
  bool connects_ = false;    ///< to some other address
  std::string own_problem_;  ///< why a callback wanted no more
  std::string own_outcome_;
  char detail_[CURL_ERROR_SIZE] = "";
};

}  // namespace pith
