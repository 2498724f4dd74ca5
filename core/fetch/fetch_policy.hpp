#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/fetch/url_credentials.hpp"
#include "pith/limits.hpp"

namespace pith {

/// How pages are fetched. The defaults are polite; docs/guides/jobs.md tells why each number is what it is.
struct FetchPolicy {
  /// Sent as User-Agent; its first product token is what robots.txt is asked for.
  std::string user_agent;  ///< empty: "Pith/<version> (+article extraction)"
  std::string contact;     ///< URL or mail address, added to the user agent

  std::size_t concurrency = 32;            ///< transfers at once
  std::size_t per_host = 1;                ///< transfers at once of one host
  std::chrono::milliseconds delay{1'000};  ///< least time from the end of one request to the next of one host
  /// The delay grows to this multiple of how long the host took to answer (a slow server is asked less
  /// often), also from a `delay` of none; 0: it does not grow.
  double delay_factor = 2.0;
  std::chrono::milliseconds longest_delay{60'000};  ///< of the adaptive delay and of a Crawl-delay

  std::uint32_t tries = 4;                         ///< of one page, the first included
  std::chrono::milliseconds first_backoff{1'000};  ///< doubles with every try, with full jitter
  std::chrono::milliseconds longest_backoff{60'000};
  std::chrono::milliseconds longest_wait{300'000};  ///< a Retry-After beyond it postpones the page

  std::chrono::milliseconds connect_timeout{10'000};
  /// Of one request; without the time that its body waits for room.
  std::chrono::milliseconds total_timeout{60'000};
  std::chrono::milliseconds stall_timeout{20'000};  ///< without a byte
  /// Without 64 KiB of a large body for which room is kept that others wait for (BodyRoom): one that is so
  /// slow would hardly be whole within the total time, and keeps them all waiting.
  std::chrono::milliseconds slow_timeout() const { return stall_timeout / 4; }
  std::size_t bytes = Limits{}.bytes;   ///< of a body after decompression: what comes beyond is cut
  std::size_t compression_ratio = 200;  ///< body over bytes on the wire, from 1 MiB on: beyond it is a bomb
  std::size_t bytes_under_way = std::size_t{128} << 20;  ///< of all bodies that are coming in (BodyRoom)
  int redirects = 10;

  /// Hosts that belong to whoever runs the job ("127.0.0.1", "*.example.com"): only these are fetched without
  /// delay, with as many transfers at once as `concurrency` allows, and without asking robots.txt.
  std::vector<std::string> own_hosts;

  bool robots = true;              ///< heed robots.txt
  bool cookies = false;            ///< kept in memory for the run
  bool private_addresses = false;  ///< fetch from private, loopback, link-local, metadata addresses
  std::vector<std::string>
      allowed_addresses;  ///< such addresses that may be fetched: "127.0.0.1", "10.0.0.0/8"
  /// URL; empty: as the environment says (http_proxy ...). Which address a name leads to is then the proxy's
  /// business and not seen: refused are addresses that are written out and names of this machine and its
  /// network (AddressGuard::refusal_of_host); the proxy has to refuse the rest.
  std::string proxy;
  /// "Name: value", added to every request; Authorization and Cookie not to one that was redirected to
  /// another origin.
  std::vector<std::string> headers;
  std::vector<UrlCredentials> credentials;  ///< of some origins
  /// A file in curl's .netrc format, with users and passwords of hosts; empty: none. Those of `credentials`
  /// are preferred. Over http they are sent for a page that was asked for so, not for one that is redirected
  /// there, nor for robots.txt.
  std::string netrc;

  std::size_t most_uncollected = 64;  ///< outcomes that may wait to be collected
};

/// The same policy as it holds for `own_hosts`.
FetchPolicy policy_of_own_hosts(FetchPolicy policy);

}  // namespace pith
