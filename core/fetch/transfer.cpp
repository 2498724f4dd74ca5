#include "core/fetch/transfer.hpp"

#include <sys/socket.h>

#include <new>
#include <utility>

namespace pith {
namespace {

/// What a callback returns to say that it wants no more is any number but the size it was given.
constexpr std::size_t enough = CURL_WRITEFUNC_ERROR;

/// Smaller bodies are no burden, whatever they were packed into.
constexpr std::size_t harmless_size = std::size_t{1} << 20;

std::chrono::microseconds time_of(CURL* handle, CURLINFO what) {
  curl_off_t microseconds = 0;
  curl_easy_getinfo(handle, what, &microseconds);
  return std::chrono::microseconds(microseconds);
}

std::size_t bytes_on_the_wire(CURL* handle) {
  curl_off_t bytes = 0;
  curl_easy_getinfo(handle, CURLINFO_SIZE_DOWNLOAD_T, &bytes);
  return static_cast<std::size_t>(bytes);
}

}  // namespace

Transfer::Transfer(CurlHandle handle, FetchTaskPtr task, TransferLimits limits, const AddressGuard* guard,
                   std::uint64_t& received)
    : handle_(std::move(handle)),
      task_(std::move(task)),
      limits_(limits),
      guard_(guard),
      received_(received),
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
  const std::string_view taken = data.substr(0, limits_.bytes - body_.size());
  body_.append(taken);
  received_ += taken.size();
  // libcurl counts what came in chunks only after it has been handed over: up to one buffer too little.
  if (is_bomb(CURL_MAX_WRITE_SIZE)) return enough;
  if (taken.size() == data.size()) return data.size();
  cut_ = true;
  return enough;
}

void Transfer::run_out_of_memory() noexcept {
  std::string().swap(body_);
  own_outcome_ = "memory";  // short enough to need none
  own_problem_ = "out of memory";
}

bool Transfer::is_bomb(std::size_t on_the_way) const {
  if (body_.size() <= harmless_size) return false;
  return body_.size() / limits_.compression_ratio > bytes_on_the_wire(handle_.get()) + on_the_way;
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
    if (transfer.guard_ != nullptr) transfer.refusal_ = transfer.guard_->refusal(&address->addr);
  } catch (const std::bad_alloc&) {
    transfer.run_out_of_memory();
    return CURL_SOCKET_BAD;
  }
  if (!transfer.refusal_.empty()) return CURL_SOCKET_BAD;
  transfer.connects_ = true;
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::optional<FetchProblem> Transfer::problem_of(CURLcode code, std::chrono::milliseconds total) const {
  if (is_bomb(0)) {
    return FetchProblem{"bomb", "unpacks to more than " + std::to_string(limits_.compression_ratio) +
                                    " times its size, as decompression bombs do"};
  }
  if (code == CURLE_OK || cut_) return std::nullopt;
  if (!own_problem_.empty()) return FetchProblem{own_outcome_, own_problem_};
  if (!refusal_.empty() && !connects_) return FetchProblem{"refused", refusal_};
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
  ended.bytes = std::move(body_);
  ended.task = std::move(task_);
  return ended;
}

EndedTransfer Transfer::give_up(FetchProblem problem) {
  EndedTransfer ended = end(CURLE_ABORTED_BY_CALLBACK, std::chrono::milliseconds(0));
  ended.problem = std::move(problem);
  return ended;
}

}  // namespace pith
