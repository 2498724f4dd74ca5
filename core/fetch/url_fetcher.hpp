#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "pith/limits.hpp"
#include "pith/page.hpp"

namespace pith {

/// What one fetch may cost.
struct FetchLimits {
  int redirects = 10;
  std::chrono::milliseconds connect{10'000};
  /// From the first packet to the last byte.
  std::chrono::milliseconds total{30'000};
  /// Bytes of the body after decompression. What comes beyond is not read: the Document will say that the
  /// page was cut.
  std::size_t bytes = Limits{}.bytes + 1;
};

/// Whether `input` looks like a URL rather than like the name of a file: a scheme and "://".
bool looks_like_url(std::string_view input) noexcept;

/// Gets one page by libcurl: `http`, `https` and `file` only, and after a redirect `http` and `https`
/// only, so that no page can send the reader to a file of this machine.
///
/// The user agent names Pith. Compression is asked for and undone (ContentDecoder). Safe to use from several
/// threads.
class UrlFetcher {
 public:
  explicit UrlFetcher(FetchLimits limits = {}) : limits_(limits) {}

  /// A user and a password in the URL are sent to its host, and are in nothing that comes back.
  ///
  /// The page with the status, headers and URL of the final response. Throws Error, with the URL as the
  /// place, if there is none or its status is 400 or above.
  Page fetch(const std::string& url) const;

 private:
  FetchLimits limits_;
};

}  // namespace pith
