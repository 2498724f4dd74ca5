#include "core/fetch/transfer.hpp"

#include <sys/socket.h>

#include <new>
#include <utility>

#include "core/fetch/answer.hpp"
#include "core/fetch/curl_problem.hpp"

namespace pith {
namespace {

/// What a callback returns to say that it wants no more is any number but the size it was given.
constexpr std::size_t enough = CURL_WRITEFUNC_ERROR;

std::chrono::microseconds time_of(CURL* handle, CURLINFO what) {
  curl_off_t microseconds = 0;
  curl_easy_getinfo(handle, what, &microseconds);
  return std::chrono::microseconds(microseconds);
}

/// Error pages are not read, and redirects are followed: whatever became of their bodies.
bool is_read(int status) {
  return status < 400 && !is_redirect(status);
}

}  // namespace

Transfer::Transfer(CurlHandle handle, FetchTaskPtr task, BodyLimits limits, std::string proxy,
                   const AddressGuard& guard, BodyRoom& room, std::uint64_t& received)
    : handle_(std::move(handle)),
      task_(std::move(task)),
      proxy_(std::move(proxy)),
      guard_(guard),
      room_(room),
      received_(received),
      body_(limits),
      last_byte_(std::chrono::steady_clock::now()) {
  CURL* curl = handle_.get();
  curl_easy_setopt(curl, CURLOPT_PRIVATE, this);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, detail_);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, this);
}

std::size_t Transfer::take_body(char* data, std::size_t, std::size_t size, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  try {
    return transfer.keep_body({data, size});
  } catch (const std::bad_alloc&) {
    transfer.run_out_of_memory();
    return enough;
  }
}

std::size_t Transfer::keep_body(std::string_view data) {
  last_byte_ = std::chrono::steady_clock::now();
  is_paused_ = !room_.admits(this, size());
  if (is_paused_) return CURL_WRITEFUNC_PAUSE;  // the same bytes come again
  const bool goes_on = body_.take(data, headers_.fields());
  const std::size_t more = size() - in_room_;
  room_.grew(more);
  in_room_ += more;
  received_ += more;
  return goes_on ? data.size() : enough;
}

CURLcode Transfer::resume() {
  if (!room_.admits(this, size())) return CURLE_OK;
  is_paused_ = false;
  last_byte_ = std::chrono::steady_clock::now();
  return curl_easy_pause(handle_.get(), CURLPAUSE_CONT);
}

void Transfer::leave_room() noexcept {
  room_.left(this, std::exchange(in_room_, 0));
}

void Transfer::run_out_of_memory() noexcept {
  leave_room();
  std::string().swap(body_.bytes());
  own_outcome_ = "memory";  // short enough to need none
  own_problem_ = "out of memory";
}

std::size_t Transfer::take_header(char* data, std::size_t, std::size_t size, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  try {
    return transfer.keep_header({data, size});
  } catch (const std::bad_alloc&) {
    transfer.run_out_of_memory();
    return enough;
  }
}

std::size_t Transfer::keep_header(std::string_view line) {
  last_byte_ = std::chrono::steady_clock::now();
  if (headers_.take(line)) return line.size();
  own_outcome_ = "headers";
  own_problem_ = "sends more than " + std::to_string(ResponseHeaders::most_bytes) + " bytes of headers";
  return enough;
}

curl_socket_t Transfer::open_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(self);
  try {
    if (transfer.proxy_.empty()) transfer.refusal_ = transfer.guard_.refusal(&address->addr);
  } catch (const std::bad_alloc&) {
    transfer.run_out_of_memory();
    return CURL_SOCKET_BAD;
  }
  if (!transfer.refusal_.empty()) return CURL_SOCKET_BAD;
  transfer.connects_ = true;
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::optional<FetchProblem> Transfer::problem_of(CURLcode code, std::chrono::milliseconds total) const {
  if (!own_problem_.empty()) return FetchProblem{own_outcome_, own_problem_};
  if (code == CURLE_OK || body_.is_ended()) {
    const auto status = static_cast<int>(curl_number(handle_.get(), CURLINFO_RESPONSE_CODE));
    return is_read(status) ? body_.problem() : std::nullopt;
  }
  if (!refusal_.empty() && !connects_) return FetchProblem{"refused", refusal_};
  if (auto problem = proxy_problem(code, proxy_)) return problem;
  return curl_problem(code, host_and_port(task_->target.url), total, detail_);
}

EndedTransfer Transfer::end(CURLcode code, std::chrono::milliseconds total) {
  CURL* curl = handle_.get();
  EndedTransfer ended;
  ended.problem = problem_of(code, total);
  ended.status = static_cast<int>(curl_number(curl, CURLINFO_RESPONSE_CODE));
  ended.redirect = curl_text(curl, CURLINFO_REDIRECT_URL);
  ended.time = time_of(curl, CURLINFO_TOTAL_TIME_T);
  const auto first_byte = time_of(curl, CURLINFO_STARTTRANSFER_TIME_T);
  ended.answer_time =
      first_byte.count() > 0 ? first_byte - time_of(curl, CURLINFO_PRETRANSFER_TIME_T) : ended.time;
  ended.headers = std::move(headers_.fields());
  leave_room();
  ended.bytes = std::move(body_.bytes());
  ended.task = std::move(task_);
  return ended;
}

EndedTransfer Transfer::give_up(FetchProblem problem) {
  EndedTransfer ended = end(CURLE_ABORTED_BY_CALLBACK, std::chrono::milliseconds(0));
  ended.problem = std::move(problem);
  return ended;
}

}  // namespace pith
