#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "core/fetch/address_guard.hpp"
#include "core/fetch/body_room.hpp"
#include "core/fetch/curl_handle.hpp"
#include "core/fetch/fetch_policy.hpp"
#include "core/fetch/transfer.hpp"
#include "core/fetch/transfer_options.hpp"

namespace pith {

/// All transfers that are under way at one time, on libcurl's multi interface; connections are kept and used
/// again. For one thread, wake() excepted.
class TransferPool {
 public:
  using Time = Transfer::Time;

  /// `policy` must live as long. Throws Error if it cannot be used.
  explicit TransferPool(const FetchPolicy& policy);
  /// Ends all transfers, without waiting for anything.
  ~TransferPool();
  TransferPool(const TransferPool&) = delete;
  TransferPool& operator=(const TransferPool&) = delete;

  /// Begins a request for the task's target, whose body may have so many bytes. Throws if it cannot be begun.
  void start(FetchTaskPtr task, std::size_t bytes);
  /// Goes on with all that can go on, and gives those that have come to an end.
  std::vector<EndedTransfer> perform();
  /// Returns when there is something to go on with, or after that time, or when woken.
  void wait(std::chrono::milliseconds longest);
  /// From any thread: ends wait(), or keeps the next from waiting.
  void wake() { curl_multi_wakeup(multi_.get()); }

  /// Why a host is not to be asked, as far as that is known before its address is; empty if it may.
  std::string refusal_of(const Target& target) const;
  std::size_t under_way() const { return transfers_.size(); }
  /// Bytes of bodies so far.
  std::uint64_t received() const { return received_; }

 private:
  CurlHandle fresh_handle();
  void collect_done(std::vector<EndedTransfer>& ended);
  Time due(const Transfer& transfer) const;
  FetchProblem overdue(const Transfer& transfer) const;
  void collect_overdue(std::vector<EndedTransfer>& ended);
  Transfer* next_with_room();
  void resume_paused(std::vector<EndedTransfer>& ended);
  void retire(CURL* handle);

  struct Entry {
    CurlList headers;
    std::unique_ptr<Transfer> transfer;
  };

  const FetchPolicy& policy_;
  const AddressGuard guard_;
  const TransferOptions options_;
  CurlMultiHandle multi_;
  BodyRoom room_;  // behind multi_, with which the policy is checked
  std::unordered_map<CURL*, Entry> transfers_;
  std::vector<CurlHandle> spare_;
  std::uint64_t received_ = 0;
};

}  // namespace pith
