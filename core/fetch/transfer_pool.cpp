#include "core/fetch/transfer_pool.hpp"

#include <algorithm>
#include <new>
#include <utility>

#include "core/fetch/policy_check.hpp"
#include "core/text/quantity.hpp"
#include "pith/error.hpp"

namespace pith {
namespace {

CurlMultiHandle new_multi(const FetchPolicy& policy) {
  start_curl_once();
  check_policy(policy);
  CurlMultiHandle multi(curl_multi_init());
  if (!multi) throw Error("libcurl cannot start");
  constexpr std::size_t least_connections = 64;
  const std::size_t connections = std::max(least_connections, policy.concurrency * 2);
  curl_multi_setopt(multi.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(connections));
  return multi;
}

}  // namespace

TransferPool::TransferPool(const FetchPolicy& policy)
    : policy_(policy),
      guard_(policy.private_addresses, policy.allowed_addresses),
      options_(policy),
      multi_(new_multi(policy)),
      room_(policy.bytes_under_way, policy.concurrency) {}

TransferPool::~TransferPool() {
  for (auto& [handle, entry] : transfers_) curl_multi_remove_handle(multi_.get(), handle);
}

CurlHandle TransferPool::fresh_handle() {
  if (spare_.empty()) {
    CurlHandle handle(curl_easy_init());
    if (!handle) throw std::bad_alloc();
    return handle;
  }
  CurlHandle handle = std::move(spare_.back());
  spare_.pop_back();
  return handle;
}

std::string TransferPool::refusal_of(const Target& target) const {
  if (!target.is_web()) return "only http and https are fetched";
  if (options_.is_proxied(target)) return guard_.refusal_of_host(target.host);
  const auto address = IpAddress::of_host(target.host);
  return address ? guard_.refusal(*address) : "";
}

void TransferPool::start(FetchTaskPtr task, std::size_t bytes) {
  CurlHandle handle = fresh_handle();
  CURL* curl = handle.get();
  Entry entry;
  std::string proxy = options_.apply(curl, *task);
  entry.headers = options_.headers_of(*task);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, entry.headers.get());
  entry.transfer = std::make_unique<Transfer>(std::move(handle), std::move(task),
                                              BodyLimits{bytes, policy_.compression_ratio}, std::move(proxy),
                                              guard_, room_, received_);
  transfers_.emplace(curl, std::move(entry));
  const CURLMcode code = curl_multi_add_handle(multi_.get(), curl);
  if (code == CURLM_OK) return;
  transfers_.erase(curl);
  throw Error(std::string("the transfer cannot begin: ") + curl_multi_strerror(code));
}

std::vector<EndedTransfer> TransferPool::perform() {
  int running = 0;
  curl_multi_perform(multi_.get(), &running);
  std::vector<EndedTransfer> ended;
  collect_done(ended);
  collect_overdue(ended);
  resume_paused(ended);
  return ended;
}

void TransferPool::collect_done(std::vector<EndedTransfer>& ended) {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    CURL* handle = message->easy_handle;
    const CURLcode code = message->data.result;
    ended.push_back(transfers_.at(handle).transfer->end(code, policy_.connect_timeout));
    retire(handle);
  }
}

/// When it is given up, unless something comes of it before.
TransferPool::Time TransferPool::due(const Transfer& transfer) const {
  if (transfer.is_paused()) return Time::max();
  const Time due =
      std::min(transfer.begun() + policy_.total_timeout, transfer.last_byte() + policy_.stall_timeout);
  return transfer.is_in_the_way() ? std::min(due, transfer.last_step() + policy_.slow_timeout()) : due;
}

FetchProblem TransferPool::overdue(const Transfer& transfer) const {
  const Time due = this->due(transfer);
  if (due >= transfer.begun() + policy_.total_timeout)
    return {"timeout", "no complete answer within " + duration_in_words(policy_.total_timeout), true};
  if (due >= transfer.last_byte() + policy_.stall_timeout)
    return {"timeout", "not a byte within " + duration_in_words(policy_.stall_timeout), true};
  return {"timeout",
          "less than 64 KiB within " + duration_in_words(policy_.slow_timeout()) +
              " of a large body, while others wait for room",
          true};
}

void TransferPool::collect_overdue(std::vector<EndedTransfer>& ended) {
  const Time now = std::chrono::steady_clock::now();
  std::vector<CURL*> late;
  for (const auto& [handle, entry] : transfers_) {
    if (due(*entry.transfer) <= now) late.push_back(handle);
  }
  for (CURL* handle : late) {
    Transfer& transfer = *transfers_.at(handle).transfer;
    ended.push_back(transfer.give_up(overdue(transfer)));
    retire(handle);
  }
}

Transfer* TransferPool::next_with_room() {
  if (!room_.is_waited_for()) return nullptr;
  for (const auto& [handle, entry] : transfers_) {
    if (entry.transfer->is_paused() && entry.transfer->gets_room()) return entry.transfer.get();
  }
  return nullptr;
}

void TransferPool::resume_paused(std::vector<EndedTransfer>& ended) {
  while (Transfer* transfer = next_with_room()) {
    const CURLcode code = transfer->resume();
    if (code == CURLE_OK) continue;
    CURL* handle = transfer->handle();
    ended.push_back(transfer->end(code, policy_.connect_timeout));
    retire(handle);
  }
}

void TransferPool::retire(CURL* handle) {
  curl_multi_remove_handle(multi_.get(), handle);
  const auto found = transfers_.find(handle);
  CurlHandle spare = found->second.transfer->release();
  curl_easy_setopt(spare.get(), CURLOPT_COOKIEFILE, nullptr);  // whose list a reset would leak
  curl_easy_reset(spare.get());  // it points into the transfer, which is about to go
  spare_.push_back(std::move(spare));
  transfers_.erase(found);
}

void TransferPool::wait(std::chrono::milliseconds longest) {
  const Time now = std::chrono::steady_clock::now();
  for (const auto& [handle, entry] : transfers_) {
    const auto left = due(*entry.transfer) - now;
    longest = std::min(longest, std::chrono::ceil<std::chrono::milliseconds>(left));
  }
  const auto timeout = static_cast<int>(std::max<std::int64_t>(0, longest.count()));
  curl_multi_poll(multi_.get(), nullptr, 0, timeout, nullptr);
}

}  // namespace pith
