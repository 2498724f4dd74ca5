#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/fetch/fetch_policy.hpp"
#include "pith/page.hpp"

namespace pith {

/// A page to get.
struct FetchRequest {
  std::uint64_t id = 0;       ///< comes back with the outcome
  std::string url;            ///< http or https
  std::string etag;           ///< of what is known already: If-None-Match; empty: none
  std::string last_modified;  ///< If-Modified-Since; empty: none
  std::size_t bytes = 0;      ///< of the body; 0: FetchPolicy::bytes
};

/// One try.
struct FetchAttempt {
  std::int64_t at_ms = 0;  ///< since 1970, UTC
  std::chrono::milliseconds time{0};
  int http_status = 0;  ///< 0: no answer
  std::uint64_t bytes = 0;
  std::string outcome;  ///< "fetched", "not_modified", "status", "timeout", "connect", "dns", "reset", ...
  std::string detail;   ///< one sentence; empty if all went well
};

enum class FetchEnd {
  fetched,       ///< `page` is the answer, status below 400
  not_modified,  ///< 304: what is known is still so
  refused,       ///< not asked for: robots.txt, private address, scheme, a redirect to such
  /// The server wants it later than it is worth waiting, its robots.txt cannot be had for now, or it has not
  /// answered many times in a row: `not_before_ms`.
  postponed,
  failed,  ///< tried as often as the policy allows, or trying again is of no use
};

struct FetchOutcome {
  std::uint64_t id = 0;
  FetchEnd end = FetchEnd::failed;
  std::shared_ptr<Page> page;  ///< with `fetched`
  std::string reason;          ///< one sentence for all but `fetched` and `not_modified`
  int http_status = 0;
  std::int64_t not_before_ms = 0;  ///< since 1970, with `postponed`
  std::vector<FetchAttempt> attempts;
};

/// What it is doing now, for the progress display.
struct FetchActivity {
  std::size_t under_way = 0;   ///< transfers
  std::size_t queued = 0;      ///< waiting for their host's turn, or between tries
  std::size_t hosts = 0;       ///< with anything under way or queued
  std::uint64_t received = 0;  ///< bytes of bodies so far
  std::string waiting_for;     ///< the host with the longest queue; empty if none
};

/// Gets many pages by libcurl's multi interface, politely: robots.txt (RFC 9309), delays and limits for each
/// host, Retry-After, backoff. The rules are in FetchPolicy. It has one thread of its own; all functions are
/// safe to call from any thread.
class PoliteFetcher {
 public:
  /// Throws Error if the policy cannot be used (a proxy that is no URL ...).
  explicit PoliteFetcher(FetchPolicy policy);
  /// Ends what is under way.
  ~PoliteFetcher();
  PoliteFetcher(const PoliteFetcher&) = delete;
  PoliteFetcher& operator=(const PoliteFetcher&) = delete;

  void submit(FetchRequest request);
  /// The next outcome; nothing if none came within `patience`. Outcomes that are not collected hold
  /// back further transfers (FetchPolicy::most_uncollected), so memory does not grow.
  std::optional<FetchOutcome> wait(std::chrono::milliseconds patience);
  /// How many were submitted and not collected.
  std::size_t pending() const;
  FetchActivity activity() const;
  /// Why nothing is fetched any more, though it should be (no memory ...); empty as long as all is well. What
  /// was submitted and not collected has no outcome then.
  std::string problem() const;
  /// Starts no new transfer; what is under way is finished, and forgotten if that would take another transfer
  /// (a redirect, another try); what is queued is forgotten (`pending` leaves it out). What is submitted
  /// afterwards is not taken. Returns when that is so; wait() then does not wait once nothing is pending.
  void finish();

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace pith
