#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pith/export.hpp"

namespace pith {

/// A page as it came: from the network, a file, an archive record or a line of JSON. The rest of the
/// way cannot tell which. A plain value; owns its bytes.
struct PITH_API Page {
  /// The URL that was asked for; empty if not known.
  std::string url;
  /// The URL that answered, after redirects; empty if the same as `url`.
  std::string final_url;
  /// HTTP status; 0 if the page did not come over HTTP.
  int status = 0;
  /// Response headers in order, names as sent.
  std::vector<std::pair<std::string, std::string>> headers;
  /// When it was fetched, RFC 3339 in UTC; empty if not known. Never taken for a date of the article.
  std::string fetched_at;
  /// The body as it came over the wire after content decoding, in whatever charset.
  std::string bytes;

  /// The value of a header, names compared without case; empty if absent. The first one counts.
  std::string_view header(std::string_view name) const;
  /// `final_url`, or `url` if there was no redirect.
  const std::string& address() const { return final_url.empty() ? url : final_url; }
};

}  // namespace pith
