#include "core/fetch/transfer.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <new>
#include <utility>

#include "core/fetch/answer.hpp"
#include "core/fetch/curl_problem.hpp"
#include "core/text/quantity.hpp"

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
      begun_(std::chrono::steady_clock::now()),
      last_byte_(begun_),
      last_step_(begun_) {
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
  body_.begin(headers_.fields());
  if (!room_.admits(share_, size() + data.size(), rest())) {
    is_paused_ = true;
    paused_at_ = last_byte_;
    return CURL_WRITEFUNC_PAUSE;  // the same bytes come again
  }
  const std::size_t before = size();
  const bool goes_on = body_.take(data);
  room_.grew(share_, size() - before);
  if (!body_.is_packed()) received_ += size() - before;
  if (size() - last_step_size_ >= step) {
    last_step_size_ = size();
    last_step_ = last_byte_;
  }
  return goes_on ? data.size() : enough;
}

/// How many bytes may still come.
std::size_t Transfer::rest() const {
  curl_off_t told = -1;
  curl_easy_getinfo(handle_.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &told);
  const std::size_t most = told < 0 ? body_.most() : std::min(body_.most(), static_cast<std::size_t>(told));
  return most - std::min(most, size());
}

CURLcode Transfer::resume() {
  is_paused_ = false;
  last_byte_ = last_step_ = std::chrono::steady_clock::now();
  begun_ += last_byte_ - paused_at_;
  return curl_easy_pause(handle_.get(), CURLPAUSE_CONT);
}

void Transfer::run_out_of_memory() noexcept {
  room_.left(share_);
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

std::optional<FetchProblem> Transfer::problem_of(CURLcode code, std::chrono::milliseconds connect) const {
  if (!own_problem_.empty()) return FetchProblem{own_outcome_, own_problem_};
  if (code == CURLE_OK || body_.is_ended()) {
    const auto status = static_cast<int>(curl_number(handle_.get(), CURLINFO_RESPONSE_CODE));
    return is_read(status) ? body_.problem() : std::nullopt;
  }
  if (code == CURLE_OPERATION_TIMEDOUT)  // the only time that libcurl is told
    return FetchProblem{"timeout", "no connection within " + duration_in_words(connect), true};
  if (!refusal_.empty() && !connects_) return FetchProblem{"refused", refusal_};
  if (auto problem = proxy_problem(code, proxy_)) return problem;
  return curl_problem(code, host_and_port(task_->target.url), connect, detail_);
}

void Transfer::unpack() {
  try {
    body_.unpack(headers_.fields());
    if (body_.is_packed()) received_ += size();
  } catch (const std::bad_alloc&) {
    run_out_of_memory();
  }
}

EndedTransfer Transfer::end(CURLcode code, std::chrono::milliseconds connect) {
  CURL* curl = handle_.get();
  EndedTransfer ended;
  unpack();
  ended.problem = problem_of(code, connect);
  ended.status = static_cast<int>(curl_number(curl, CURLINFO_RESPONSE_CODE));
  ended.redirect = curl_text(curl, CURLINFO_REDIRECT_URL);
  ended.time = time_of(curl, CURLINFO_TOTAL_TIME_T);
  const auto first_byte = time_of(curl, CURLINFO_STARTTRANSFER_TIME_T);
  ended.answer_time =
      first_byte.count() > 0 ? first_byte - time_of(curl, CURLINFO_PRETRANSFER_TIME_T) : ended.time;
  ended.headers = std::move(headers_.fields());
  room_.left(share_);
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
